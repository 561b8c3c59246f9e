import { Readable } from 'node:stream';
import sharp from 'sharp';
import {
  acceptInput,
  acceptRequest,
  addComment,
  askInput,
  askOffice,
  commentInput,
  createCampaign,
  getPiece,
  keepPieceVersion,
  keptVersionInput,
  nameReader,
  pieceDetailsInput,
  editPieceDetails,
  renditionInput,
  savePiece,
  uploadAsset,
  writeRendition,
  writtenPieceInput,
} from '#domains/editorial/index.ts';
import { parseDay } from '#platform/clock/day.ts';
import { publishAgreement, signAgreement } from '#domains/organization/index.ts';
import { accepted } from '#platform/refusal.ts';
import type { Cast, Player } from './cast.ts';
import type { OpenHouse } from './house.ts';
import { rulingPlan } from './town-plan.ts';

/** It is looked for by this word, which a page may say again; the others it may not: that of the piece, and that of its request. */
export const asked = 'zafiro';
export const told = 'esmeralda';
export const toldInRequest = 'turmalina';
const title = `Operativo ${asked} ${told}`;

export interface ReservedPiece {
  readonly piece: number;
  readonly request: number;
  readonly asset: number;
  readonly file: string;
  readonly campaign: number;
  readonly item: number;
  readonly slug: string;
}

const agree = async (cast: Cast, ...players: Player[]) => {
  accepted(await publishAgreement(cast.as('esteban'), { title: 'Acuerdo', body: 'Guardar reserva.', months: 12 }));
  for (const player of players) accepted(await signAgreement(cast.as(player), { text: 1, name: nameOf(cast, player), code: '' }, 5));
};
const nameOf = (cast: Cast, player: Player) => cast.as(player).actor.name;

/**
 * A reserved piece of everything that a piece may have: asked for, of a campaign and an activity, with a day, a region, a picture, another
 * wording, versions and a comment. Julián writes it; Carmen is named and signed; Nidia is named and did not; everybody else holds his roles.
 */
export async function reservedPiece(house: OpenHouse, cast: Cast): Promise<ReservedPiece> {
  const plan = await rulingPlan(cast);
  await agree(cast, 'julian', 'carmen', 'marcela', 'rosa');
  const db = house.app.database.primary;
  const { item_id: item } = await db
    .selectFrom('plan_rows')
    .select('item_id')
    .where('version_id', '=', plan.version)
    .where('kind', '=', 'activity')
    .executeTakeFirstOrThrow();
  const campaign = accepted(
    await createCampaign(cast.as('julian'), {
      name: 'Ciudad tranquila',
      code: 'ciudad-tranquila',
      objective: 'Que se sepa a tiempo',
      scope: 'internal',
      unit: cast.units.prensa!,
      item,
      request: null,
      owner: cast.people.julian,
      startsOn: parseDay('2026-11-01'),
      endsOn: parseDay('2026-12-31'),
      segments: [],
      regions: [],
      tone: '',
      budget: 0,
    }),
  ).id;
  const { id: request } = accepted(
    await askOffice(
      cast.as('diego'),
      askInput.parse({
        title: `Operativo ${asked} ${toldInRequest}`,
        what: `Lo de la ${toldInRequest}.`,
        class: 'reserved',
        wantedOn: '2026-11-20',
        kind: 'memo',
        regions: ['13001'],
      }),
    ),
  );
  const { piece } = accepted(
    await acceptRequest(
      cast.as('julian'),
      acceptInput.parse({
        request,
        into: 'piece',
        kind: 'memo',
        item,
        assignee: cast.people.julian,
        dueOn: '2026-11-20',
        classBasis: 'Ley 1712 de 2014, artículo 19',
        classSince: '2026-11-18',
        classUntil: '2027-11-18',
        text: `Se hará lo de la ${toldInRequest}.`,
      }),
    ),
  );
  const id = piece!;
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#345' } })
    .png()
    .toBuffer();
  const {
    asset: { id: asset },
  } = accepted(
    await uploadAsset(cast.as('julian'), house.app.files, {
      name: `Mapa del ${told}.png`,
      content: Readable.from([picture]),
      unit: null,
      piece: id,
    }),
  );
  const body = {
    type: 'doc',
    content: [
      { type: 'paragraph', attrs: { id: 'b1' }, content: [{ type: 'text', text: `El ${asked} es ${told}.` }] },
      { type: 'image', attrs: { id: 'b2', asset, alt: `Mapa del ${told}` } },
    ],
  };
  const author = cast.as('julian');
  let now = await getPiece(author, id);
  const fields = { number: '7', from: told, to: 'Quien debe saberlo' };
  accepted(await savePiece(author, writtenPieceInput.parse({ piece: id, revision: now.revision, title, fields, body })));
  now = await getPiece(author, id);
  accepted(
    await editPieceDetails(
      author,
      pieceDetailsInput.parse({
        piece: id,
        revision: now.revision,
        unit: now.unit,
        owner: now.owner,
        item,
        campaign,
        slug: now.slug,
        dueOn: '2026-11-20',
        regions: ['13001'],
        channels: ['intranet'],
      }),
    ),
  );
  accepted(await writeRendition(author, renditionInput.parse({ piece: id, channel: 'intranet', title: `Por dentro: ${told}` })));
  accepted(await nameReader(author, { piece: id, person: cast.people.carmen, unit: null }));
  accepted(await nameReader(author, { piece: id, person: cast.people.nidia, unit: null }));
  accepted(await keepPieceVersion(author, keptVersionInput.parse({ piece: id, note: `Antes del ${told}` })));
  accepted(
    await addComment(
      author,
      commentInput.parse({ piece: id, block: 'b1', quote: told, text: `¿Y el ${told}? @marcela.ospina @carmen.julio` }),
    ),
  );
  const { file_id: file } = await db.selectFrom('assets').select('file_id').where('id', '=', asset).executeTakeFirstOrThrow();
  return { piece: id, request, asset, file, campaign, item, slug: now.slug };
}
