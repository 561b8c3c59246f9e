import { createPiece, getPiece, newPieceInput, savePiece, writtenPieceInput, type Body, type Piece } from '#domains/editorial/index.ts';
import { accepted } from '#platform/refusal.ts';
import type { Cast } from './cast.ts';
import type { OpenHouse } from './house.ts';

interface Wanted {
  readonly kind?: string;
  readonly title?: string;
  readonly fields?: Record<string, unknown>;
  readonly texts?: readonly string[];
  readonly body?: Body;
  readonly class?: 'internal';
  readonly dueOn?: string;
}

export const bodyOf = (...texts: string[]): Body => ({
  type: 'doc',
  content: texts.map((text, at) => ({ type: 'paragraph', attrs: { id: `b${at}` }, content: [{ type: 'text', text }] })),
});

/** A piece that Julián wrote, approved by Nidia as it stands. */
export async function approvedPiece(house: OpenHouse, cast: Cast, wanted: Wanted = {}): Promise<Piece> {
  const input = newPieceInput.parse({
    kind: wanted.kind ?? 'news',
    title: wanted.title ?? 'Vacunas en 14 barrios',
    unit: cast.units.prensa,
    dueOn: wanted.dueOn ?? '',
  });
  const { id } = accepted(await createPiece(cast.as('julian'), { ...input, ...(wanted.class ? { class: wanted.class } : {}) }));
  await write(cast, id, wanted);
  return approve(house, cast, id);
}

/** Writes another text in it: an approval ends. */
export async function write(cast: Cast, id: number, wanted: Pick<Wanted, 'title' | 'fields' | 'texts' | 'body'>): Promise<void> {
  const piece = await getPiece(cast.as('julian'), id);
  const body = wanted.body ?? bodyOf(...(wanted.texts ?? ['Este domingo, sin cita, de 8 a 4.']));
  const fields = { ...piece.fields, ...(wanted.fields ?? { lead: 'Son gratis y sin cita.' }) };
  accepted(
    await savePiece(
      cast.as('julian'),
      writtenPieceInput.parse({ piece: id, revision: piece.revision, title: wanted.title ?? piece.title, fields, body }),
    ),
  );
}

/** What the last step of review leaves: a version, and the approval that names its hash. */
export async function approve(house: OpenHouse, cast: Cast, id: number): Promise<Piece> {
  const db = house.app.database.primary;
  const piece = await getPiece(cast.as(), id);
  const last = await db
    .selectFrom('piece_versions')
    .select('number')
    .where('piece_id', '=', id)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  const version = await db
    .insertInto('piece_versions')
    .values({
      piece_id: id,
      number: (last?.number ?? 0) + 1,
      title: piece.title,
      fields: JSON.stringify(piece.fields),
      body: JSON.stringify(piece.body),
      text: piece.text,
      class: piece.class,
      sha256: piece.sha256,
      made_at: house.app.clock(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('approvals')
    .values({ piece_id: id, version_id: version.id, sha256: piece.sha256, person_id: cast.people.nidia, at: house.app.clock() })
    .execute();
  await db.updateTable('pieces').set({ state: 'approved', approved_at: house.app.clock() }).where('id', '=', id).execute();
  return getPiece(cast.as(), id);
}
