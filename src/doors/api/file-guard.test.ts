import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import {
  attachToAsset,
  classifyPiece,
  classInput,
  createPiece,
  editAsset,
  assetInput,
  getAsset,
  listAssets,
  nameReader,
  newPieceInput,
  openAsset,
  savePiece,
  uploadAsset,
  writtenPieceInput,
  getPiece,
} from '#domains/editorial/index.ts';
import { issueKey, publishAgreement, signAgreement } from '#domains/organization/index.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import { commandContext } from '#platform/events/tell.ts';
import { roles, type Role } from '#platform/http/policy.ts';
import { accepted, NotFound } from '#platform/refusal.ts';
import { openTestHouse, type OpenHouse } from '#test/support/house.ts';
import { furnishOffice, mailOf } from '#test/support/office.ts';

// Nidia Arrieta's reserved piece: the editor is named in it and signed; everybody else comes with every role there is.

let house: OpenHouse;
let db: Db;
let unit: number;
let people: Record<Role, string>;
let key: string;
let reserved: number;
let open: number;

const as = (role: Role): Ctx => {
  const actor: Actor = { kind: 'person', id: people[role], name: `Persona ${role}`, grants: [{ role, unit: null, units: [unit] }] };
  return commandContext(db, actor, house.app.clock(), house.app.owed);
};
const picture = (at: number) =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: '#eee' } })
    .composite([{ input: { create: { width: 40 + at, height: 60, channels: 3, background: '#222' } }, left: at * 4, top: 20 + at }])
    .png()
    .toBuffer();
const upload = async (ctx: Ctx, at: number, piece: number | null) =>
  accepted(
    await uploadAsset(ctx, house.app.files, { name: `foto ${at}.png`, content: Readable.from([await picture(at)]), unit: null, piece }),
  ).asset;
const begin = async (title: string) => accepted(await createPiece(as('editor'), newPieceInput.parse({ kind: 'news', title, unit }))).id;
const show = async (piece: number, ...assets: number[]) => {
  const now = await getPiece(as('editor'), piece);
  const body = { type: 'doc', content: assets.map((asset, at) => ({ type: 'image', attrs: { id: `i${at}`, asset, alt: 'Foto' } })) };
  return savePiece(as('editor'), writtenPieceInput.parse({ piece, revision: now.revision, title: now.title, fields: now.fields, body }));
};
const classify = (piece: number, clearance: string) =>
  classifyPiece(
    as('editor'),
    classInput.parse({
      piece,
      class: clearance,
      basis: 'Ley 1712 de 2014, artículo 19',
      reason: 'Seguridad de las personas.',
      since: '2026-11-01',
      until: '2030-11-01',
    }),
  );

beforeAll(async () => {
  house = await openTestHouse();
  db = house.app.database.primary;
  ({ unit, people } = await furnishOffice(db, house.app.owed));
  await publishAgreement(as('administrator'), { title: 'Acuerdo', body: 'No se cuenta.', months: 12 });
  for (const role of ['editor', 'administrator', 'head_of_communications', 'reviewer'] as const)
    accepted(await signAgreement(as(role), { text: 1, name: `Persona ${role}`, code: '' }, 5));
  key = accepted(
    await issueKey(as('administrator'), { name: 'Sede', scopes: ['editorial:read', 'editorial:write'], expires: null } as never),
  ).key;
  [reserved, open] = [await begin('Ruta de los escoltas'), await begin('Feria del libro')];
  accepted(await classify(reserved, 'reserved'));
});

const statuses = async (file: string) => {
  const found: Record<string, number> = {};
  for (const role of roles) found[role] = (await house.ask(`/files/${file}`, { as: mailOf(role) })).status;
  found.key = (await house.ask(`/files/${file}`, { headers: { authorization: `Bearer ${key}` } })).status;
  found.nobody = (await house.ask(`/files/${file}`)).status;
  return found;
};
const nobodyBut = (...allowed: string[]) =>
  Object.fromEntries([...roles, 'key', 'nobody'].map((who) => [who, allowed.includes(who) ? 200 : 404]));

describe('a file that came within a reserved piece', () => {
  test('is read by whom the piece names, in no size by anybody else, and each look is written down', async () => {
    const asset = await upload(as('editor'), 1, reserved);
    expect(asset.secret).toBe(true);
    expect(await statuses(asset.file)).toEqual(nobodyBut('editor'));
    expect(await statuses(`${asset.file}/thumb`)).toEqual(nobodyBut('editor'));
    const mine = await house.ask(`/files/${asset.file}`, { as: mailOf('editor') });
    expect(mine.headers.get('cache-control')).toContain('no-store');
    expect(mine.headers.get('etag')).toBeNull();
    const looks = await db.selectFrom('audit_entries').select(['actor_id', 'subject_id']).where('action', '=', 'asset.looked').execute();
    expect(looks).toEqual(Array.from({ length: 3 }, () => ({ actor_id: people.editor, subject_id: String(asset.id) })));
  });

  test('is in no list, picker, search or page of others, and its content is not said to be there', async () => {
    const asset = await upload(as('editor'), 2, reserved);
    for (const role of ['administrator', 'head_of_communications', 'auditor'] as const) {
      expect((await listAssets(as(role), { q: 'foto' })).assets.map(({ id }) => id)).not.toContain(asset.id);
      await expect(getAsset(as(role), asset.id)).rejects.toThrow(NotFound);
      const { assets } = await (await house.ask(`/workspace/assets/pick?ids=${asset.id}`, { as: mailOf(role) })).json();
      expect(assets).toEqual([]);
    }
    const again = { name: 'la misma.png', content: Readable.from([await picture(2)]), unit: null, piece: null };
    expect(await uploadAsset(as('author'), house.app.files, again)).toMatchObject({ asset: { title: 'La misma' }, alike: [] });
    expect((await listAssets(as('editor'), { q: 'foto' })).assets.map(({ id }) => id)).toContain(asset.id);
  });

  test('cannot be shown by a piece that is not secret, nor by a writer who may not know of it', async () => {
    const asset = await upload(as('editor'), 3, reserved);
    expect(await show(open, asset.id)).toMatchObject({ refused: 'piece.secret_asset', details: { title: asset.title } });
    const { revision, title } = await getPiece(as('author'), open);
    const body = { type: 'doc', content: [{ type: 'gallery', attrs: { id: 'g', images: [{ asset: asset.id, alt: '' }] } }] };
    const input = writtenPieceInput.parse({ piece: open, revision, title, body });
    expect(await savePiece(as('author'), input)).toMatchObject({ refused: 'piece.no_such_asset', details: { asset: asset.id } });
  });

  test('opens to all by whoever may classify the piece', async () => {
    const asset = await upload(as('editor'), 4, reserved);
    await expect(openAsset(as('head_of_communications'), { asset: asset.id })).rejects.toThrow(NotFound);
    accepted(await openAsset(as('editor'), { asset: asset.id }));
    expect(await statuses(asset.file)).toEqual(nobodyBut(...roles, 'key'));
  });
});

describe('a file of the library', () => {
  test('that only a reserved piece shows is as secret as it, also when it had been public', async () => {
    const asset = await upload(as('author'), 5, null);
    await house.app.files.publish(as('editor'), asset.file);
    expect((await house.ask(`/files/${asset.file}`)).status).toBe(200);
    accepted(await show(reserved, asset.id));
    expect(await statuses(asset.file)).toEqual(nobodyBut('editor'));
    accepted(await show(open, asset.id));
    expect(await statuses(asset.file)).toEqual(nobodyBut(...roles, 'key', 'nobody'));
    accepted(await show(open));
    accepted(await nameReader(as('editor'), { piece: reserved, person: people.reviewer, unit: null }));
    expect(await statuses(asset.file)).toEqual(nobodyBut('editor', 'reviewer'));
    // The agreement ends: who was named reads no more.
    await db.updateTable('agreement_signatures').set({ expires_on: '2026-01-01' }).where('person_id', '=', people.reviewer).execute();
    expect(await statuses(asset.file)).toEqual(nobodyBut('editor'));
    accepted(await show(reserved));
  });

  test('has authorisations that only who works with the library reads', async () => {
    const asset = await upload(as('author'), 6, null);
    const content = Readable.from([Buffer.from('%PDF-1.7\nLa madre autoriza.\n%%EOF\n\0')]);
    const { file } = accepted(
      await attachToAsset(as('author'), house.app.files, { asset: asset.id, as: 'guardian', name: 'madre.pdf', content }),
    );
    expect(await statuses(file)).toEqual(nobodyBut(...roles.filter((role) => role !== 'staff'), 'key'));
    expect((await house.ask(`/files/${file}`, { as: mailOf('author') })).headers.get('cache-control')).toContain('no-store');
    accepted(await editAsset(as('author'), assetInput.parse({ ...asset, asset: asset.id, minorsShown: true })));
  });
});

test('the sheet that readers of a memo signed is for who may see them: the office, who signed it, and who speaks for the dependency', async () => {
  const piece = await begin('Cierre');
  const kept = accepted(
    await house.app.files.keep(as('liaison'), {
      name: 'hoja.pdf',
      content: Readable.from([Buffer.from('%PDF-1.7\nPedro Ruiz.\n%%EOF\n')]),
    }),
  );
  const now = house.app.clock();
  await sql`
    with v as (insert into piece_versions (piece_id, number, title, fields, body, text, class, sha256, made_at)
        select id, 1, title, fields, body, text, class, sha256, ${now} from pieces where id = ${piece} returning *),
      a as (insert into approvals (piece_id, version_id, sha256, person_id, at) select piece_id, id, sha256, ${people.reviewer}, ${now} from v)
    select 1`.execute(db);
  await sql`
    with m as (insert into memos (piece_id, version_id, sha256, kind, class, series_id, year, number, label, unit_id, signed_by, signed_name, post, means, signed_at,
        seal, code, units, below, heads_only, remind_after, remind_times, state, sent_at)
      select v.piece_id, v.id, v.sha256, 'memo', 'internal', (select min(id) from memo_series), 2026, 1, 'Memorando 001', ${unit}, ${people.reviewer}, 'Quien firma', 'Jefe',
        'app', ${now}, repeat('0', 64), '0123456789ABCDEF', '{}', true, false, 3, 0, 'sent', ${now} from piece_versions v where v.piece_id = ${piece} returning id)
    insert into memo_sheets (memo_id, unit_id, means, held_on, file_id, names, people, written_at)
    select id, ${unit}, 'print', '2026-11-20', ${kept.id}, '{Pedro Ruiz}', 1, ${now} from m`.execute(db);
  const office = ['administrator', 'head_of_communications', 'editor', 'author', 'auditor'];
  expect(await statuses(kept.id)).toEqual(nobodyBut(...office, 'reviewer', 'key'));
  await sql`update units set liaison_id = ${people.liaison} where id = ${unit}`.execute(db);
  expect(await statuses(kept.id)).toEqual(nobodyBut(...office, 'reviewer', 'liaison', 'key'));
  expect((await house.ask(`/files/${kept.id}`, { as: mailOf('liaison') })).headers.get('cache-control')).toContain('no-store');
  const looks = await db
    .selectFrom('audit_entries')
    .select('actor_id')
    .where('action', '=', 'memo.sheet_looked')
    .where('actor_id', '=', people.liaison)
    .execute();
  expect(looks).toHaveLength(2);
});

test('a file of a classified request is for who asked, and for who triages with an agreement', async () => {
  const now = house.app.clock();
  const kept = accepted(
    await house.app.files.keep(as('liaison'), { name: 'plano.txt', content: Readable.from([Buffer.from('Plano de la bodega')]) }),
  );
  const { id } = await db
    .insertInto('requests')
    .values({
      title: 'Traslado',
      what: 'Aviso',
      class: 'classified',
      unit_id: unit,
      asked_by: people.liaison,
      asked_at: now,
      answer_due_on: '2026-12-01',
      assignee_id: people.editor,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('request_files').values({ request_id: id, file_id: kept.id }).execute();
  expect(await statuses(kept.id)).toEqual(nobodyBut('liaison', 'editor', 'head_of_communications'));
  expect((await buffer(await house.app.files.read(kept))).toString()).toBe('Plano de la bodega');
});
