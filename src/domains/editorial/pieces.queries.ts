import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Body } from './body.ts';
import type { Fields, Piece, PieceState } from './piece.ts';
import type { Reader } from './readers.ts';

const columns = sql`p.id, p.kind, p.slug, p.title, p.state, p.class, p.class_basis as "classBasis", p.class_reason as "classReason",
  p.class_since as "classSince", p.class_until as "classUntil", p.unit_id as unit, u.name as "unitName", p.item_id as item,
  p.campaign_id as campaign, c.name as "campaignName", p.request_id as request, p.slot_id as slot, p.slot_day as "slotDay",
  p.owner_id as owner, o.name as "ownerName", p.line, p.segments, p.regions, p.channels, p.fields, p.body, p.text, p.words, p.sha256,
  p.revision, p.due_on as "dueOn", p.publish_at as "publishAt", p.embargo_until as "embargoUntil", p.expires_on as "expiresOn",
  p.review_on as "reviewOn", p.created_by as "createdBy", p.created_at as "createdAt", p.changed_by as "changedBy",
  w.name as "changedByName", p.changed_at as "changedAt", p.submitted_at as "submittedAt", p.approved_at as "approvedAt",
  p.published_at as "publishedAt", p.withdrawn_at as "withdrawnAt", p.withdrawal_reason as "withdrawalReason", p.returns`;

const from = sql`pieces p join units u on u.id = p.unit_id left join campaigns c on c.id = p.campaign_id
  left join people o on o.id = p.owner_id left join people w on w.id = p.changed_by`;

/**
 * What a reader may see of `pieces p`: public and internal ones all; classified and reserved ones only those that name him or his
 * dependency, or that he writes, and only with an agreement in force. Every list of pieces says it.
 */
export function readable(reader: Reader): RawBuilder<boolean> {
  if (reader.everything) return sql<boolean>`true`;
  if (!reader.agreed || reader.person === null) return sql<boolean>`p.class in ('public', 'internal')`;
  return sql<boolean>`(p.class in ('public', 'internal') or p.owner_id = ${reader.person} or p.created_by = ${reader.person}
    or exists (select from piece_readers r where r.piece_id = p.id and r.ended_at is null
      and (r.person_id = ${reader.person} or r.unit_id = ${reader.unit})))`;
}

export async function selectPiece(db: Db, id: number, reader: Reader, lock = false): Promise<Piece | undefined> {
  const { rows } = await sql<Piece>`select ${columns} from ${from} where p.id = ${id} and ${readable(reader)} ${
    lock ? sql`for update of p` : sql``
  }`.execute(db);
  return rows[0];
}

export interface NewPiece {
  readonly kind: string;
  readonly slug: string;
  readonly title: string;
  readonly unit: number;
  readonly item: number | null;
  readonly campaign: number | null;
  readonly request: number | null;
  readonly slot: number | null;
  readonly slotDay: string | null;
  readonly owner: string | null;
  readonly dueOn: string | null;
  readonly line: string | null;
  readonly segments: readonly string[];
  readonly regions: readonly string[];
  readonly channels: readonly string[];
  readonly class: Piece['class'];
  readonly classBasis: string;
  readonly classSince: string | null;
  readonly classUntil: string | null;
  readonly body: Body;
  readonly fields: Fields;
  readonly sha256: string;
}

export async function insertPiece(db: Db, piece: NewPiece, by: string | null, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('pieces')
    .values({
      kind: piece.kind,
      slug: piece.slug,
      title: piece.title,
      unit_id: piece.unit,
      item_id: piece.item,
      campaign_id: piece.campaign,
      request_id: piece.request,
      slot_id: piece.slot,
      slot_day: piece.slotDay,
      owner_id: piece.owner,
      due_on: piece.dueOn,
      line: piece.line,
      segments: [...piece.segments],
      regions: [...piece.regions],
      channels: [...piece.channels],
      class: piece.class,
      class_basis: piece.classBasis,
      class_since: piece.classSince,
      class_until: piece.classUntil,
      body: JSON.stringify(piece.body),
      fields: JSON.stringify(piece.fields),
      sha256: piece.sha256,
      created_by: by,
      created_at: now,
      changed_by: by,
      changed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface Written {
  readonly title: string;
  readonly fields: Fields;
  readonly body: Body;
  readonly text: string;
  readonly words: number;
  readonly sha256: string;
  readonly state: PieceState;
}

export async function updateWritten(db: Db, id: number, written: Written, by: string | null, now: Date): Promise<void> {
  await sql`update pieces set title = ${written.title}, fields = ${JSON.stringify(written.fields)}::jsonb, body = ${JSON.stringify(written.body)}::jsonb,
    text = ${written.text}, words = ${written.words}, sha256 = ${written.sha256}, state = ${written.state}, revision = revision + 1,
    changed_by = ${by}, changed_at = ${now}, approved_at = case when ${written.state} = 'draft' then null else approved_at end
    where id = ${id}`.execute(db);
}

export interface Details {
  readonly unit: number;
  readonly item: number | null;
  readonly campaign: number | null;
  readonly owner: string | null;
  readonly line: string | null;
  readonly segments: readonly string[];
  readonly regions: readonly string[];
  readonly channels: readonly string[];
  readonly slug: string;
  readonly dueOn: string | null;
  readonly embargoUntil: Date | null;
  readonly expiresOn: string | null;
  readonly reviewOn: string | null;
}

export async function updateDetails(db: Db, id: number, details: Details, by: string | null, now: Date): Promise<void> {
  await db
    .updateTable('pieces')
    .set(({ eb }) => ({
      unit_id: details.unit,
      item_id: details.item,
      campaign_id: details.campaign,
      owner_id: details.owner,
      line: details.line,
      segments: [...details.segments],
      regions: [...details.regions],
      channels: [...details.channels],
      slug: details.slug,
      due_on: details.dueOn,
      embargo_until: details.embargoUntil,
      expires_on: details.expiresOn,
      review_on: details.reviewOn,
      revision: eb('revision', '+', 1),
      changed_by: by,
      changed_at: now,
    }))
    .where('id', '=', id)
    .execute();
}

export async function updateState(db: Db, id: number, state: PieceState): Promise<void> {
  await db.updateTable('pieces').set({ state }).where('id', '=', id).execute();
}

/** Whether no piece has it now, nor had it before (but `piece` itself). */
export async function isSlugFree(db: Db, slug: string, piece: number | null): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`select not exists (select from pieces where slug = ${slug} and id is distinct from ${piece})
    and not exists (select from piece_addresses where slug = ${slug} and piece_id is distinct from ${piece}) as free`.execute(db);
  return rows[0]!.free;
}

export async function keepOldSlug(db: Db, slug: string, piece: number, now: Date): Promise<void> {
  await db
    .insertInto('piece_addresses')
    .values({ slug, piece_id: piece, until: now })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ piece_id: piece, until: now }))
    .execute();
}

export async function noteAuthor(db: Db, piece: number, person: string, now: Date): Promise<void> {
  await db
    .insertInto('piece_authors')
    .values({ piece_id: piece, person_id: person, first_at: now, last_at: now })
    .onConflict((conflict) => conflict.columns(['piece_id', 'person_id']).doUpdateSet({ last_at: now }))
    .execute();
}

export async function selectAuthors(db: Db, piece: number): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('piece_authors as a')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .select(['p.id', 'p.name'])
    .where('a.piece_id', '=', piece)
    .orderBy('a.first_at')
    .execute();
}

/** The assets that a piece shows now. */
export async function replaceAssetUses(db: Db, piece: number, assets: readonly number[]): Promise<void> {
  await sql`delete from asset_uses where piece_id = ${piece} and not asset_id = any (${assets}::bigint[])`.execute(db);
  await sql`insert into asset_uses (piece_id, asset_id) select ${piece}, a.id from assets a where a.id = any (${assets}::bigint[])
    on conflict do nothing`.execute(db);
}

export async function selectRenditions(db: Db, piece: number): Promise<Record<string, unknown>> {
  const rows = await db.selectFrom('renditions').select(['channel', 'fields']).where('piece_id', '=', piece).orderBy('channel').execute();
  return Object.fromEntries(rows.map(({ channel, fields }) => [channel, fields]));
}
