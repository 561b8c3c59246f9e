import { Readable } from 'node:stream';
import { beforeAll, expect, test } from 'vitest';
import type { Ctx } from '#platform/ctx.ts';
import { accepted } from '#platform/refusal.ts';
import { seatCast, type Cast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { assetInput } from './assets.input.ts';
import { editAsset, uploadAsset } from './assets.ts';
import { noticeLicences } from './licences.ts';
import { createPiece } from './pieces.ts';
import { newPieceInput } from './pieces.input.ts';

const house = await openTestHouse();
const db = house.app.database.primary;
let cast: Cast;
let asset: number;
const on = (day: string): Ctx => ({ ...cast.as(), now: new Date(`${day}T15:00:00Z`) });
const told = async () => {
  const rows = await db
    .selectFrom('notifications')
    .select(['kind', 'person_id'])
    .where('subject_type', '=', 'asset')
    .orderBy('id')
    .execute();
  return rows
    .map(({ kind, person_id: person }) => `${kind} ${Object.entries(cast.people).find(([, id]) => id === person)?.[0]}`)
    .toSorted();
};

beforeAll(async () => {
  cast = await seatCast(house);
  const content = Readable.from([Buffer.from('%PDF-1.7\n%%EOF\n\0')]);
  const made = accepted(await uploadAsset(cast.as('julian'), house.app.files, { name: 'mapa.pdf', content, unit: null, piece: null }));
  asset = made.asset.id;
  accepted(
    await editAsset(
      cast.as('julian'),
      assetInput.parse({ asset, revision: 1, title: 'Mapa', expiresOn: '2026-12-10', unit: cast.units.prensa }),
    ),
  );
});

test('what is out is told fifteen days before its licence ends, and once it ended, each once', async () => {
  expect(await noticeLicences(on('2026-12-01'))).toBe(0);
  const input = newPieceInput.parse({ kind: 'news', title: 'El mapa', unit: cast.units.prensa, owner: cast.people.marcela });
  const piece = accepted(await createPiece(cast.as('julian'), input)).id;
  await db.insertInto('asset_uses').values({ asset_id: asset, piece_id: piece }).execute();
  await publish(piece);

  expect(await noticeLicences(on('2026-11-24'))).toBe(0);
  expect(await noticeLicences(on('2026-11-25'))).toBe(1);
  expect(await noticeLicences(on('2026-11-26'))).toBe(0);
  expect(await told()).toEqual(['asset.licence_ends julian', 'asset.licence_ends marcela']);
  expect(await noticeLicences(on('2026-12-10'))).toBe(0);
  expect(await noticeLicences(on('2026-12-11'))).toBe(1);
  expect(await noticeLicences(on('2026-12-12'))).toBe(0);
  expect(await told()).toHaveLength(4);
});

/** Out on the portal, as the trigger of publications finds it. */
async function publish(piece: number): Promise<void> {
  const now = house.app.clock();
  const { id } = await db
    .insertInto('dispatches')
    .values({
      channel: 'pagina-web',
      public: true,
      source_type: 'piece',
      source_id: String(piece),
      content_sha256: 'x',
      class: 'public',
      state: 'delivered',
      due_at: now,
      snapshot: '{}',
      scheduled_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('publications')
    .values({
      dispatch_id: id,
      piece_id: piece,
      class: 'public',
      in_public: true,
      channel: 'pagina-web',
      slug: 'el-mapa',
      kind: 'news',
      title: 'El mapa',
      html: '',
      text: '',
      published_at: now,
    })
    .execute();
}
