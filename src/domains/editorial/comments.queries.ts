import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface Comment {
  readonly id: number;
  readonly piece: number;
  readonly parent: number | null;
  readonly versionNumber: number | null;
  readonly block: string;
  readonly quote: string;
  readonly text: string;
  readonly person: string | null;
  readonly personName: string | null;
  readonly at: Date;
  readonly resolvedByName: string | null;
  readonly resolvedAt: Date | null;
}

const columns = sql`c.id, c.piece_id as piece, c.parent_id as parent, v.number as "versionNumber", c.block, c.quote, c.text, c.person_id as person,
  p.name as "personName", c.at, r.name as "resolvedByName", c.resolved_at as "resolvedAt"
  from comments c left join piece_versions v on v.id = c.version_id left join people p on p.id = c.person_id left join people r on r.id = c.resolved_by`;

/** Every comment of a piece, oldest first. */
export async function selectComments(db: Db, piece: number): Promise<Comment[]> {
  const { rows } = await sql<Comment>`select ${columns} where c.piece_id = ${piece} order by c.id`.execute(db);
  return rows;
}

export async function selectComment(db: Db, id: number): Promise<Comment | undefined> {
  const { rows } = await sql<Comment>`select ${columns} where c.id = ${id}`.execute(db);
  return rows[0];
}

export interface NewComment {
  readonly piece: number;
  readonly parent: number | null;
  readonly block: string;
  readonly quote: string;
  readonly text: string;
  readonly mentions: readonly string[];
}

/** On the newest version of the piece, when it has one. */
export async function insertComment(db: Db, comment: NewComment, by: string | null, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into comments (piece_id, version_id, parent_id, block, quote, text, mentions, person_id, at)
    values (${comment.piece}, (select id from piece_versions where piece_id = ${comment.piece} order by number desc limit 1), ${comment.parent},
      ${comment.block}, ${comment.quote}, ${comment.text}, ${comment.mentions}::uuid[], ${by}, ${now}) returning id`.execute(db);
  return rows[0]!.id;
}

export async function updateResolved(db: Db, id: number, resolved: { by: string | null; at: Date } | null): Promise<void> {
  await db
    .updateTable('comments')
    .set({ resolved_by: resolved?.by ?? null, resolved_at: resolved?.at ?? null })
    .where('id', '=', id)
    .execute();
}

/** Whoever said something in a thread. */
export async function selectThreadPeople(db: Db, comment: number): Promise<string[]> {
  const rows = await db
    .selectFrom('comments')
    .select('person_id')
    .distinct()
    .where((where) => where.or([where('id', '=', comment), where('parent_id', '=', comment)]))
    .where('person_id', 'is not', null)
    .execute();
  return rows.map(({ person_id }) => person_id!);
}

export interface Named {
  readonly id: string;
  readonly name: string;
  /** How a mention may name him: the first part of his mail. */
  readonly handle: string;
  /** Whether he wrote, reviews or commented this piece, so that a first name is enough. */
  readonly near: boolean;
}

/**
 * People of the house with some role that reads pieces, whose name or mail one of these begins with: each is what follows an @, without
 * marks and in lower case.
 */
export async function selectMentioned(db: Db, piece: number, said: readonly string[], roles: readonly string[]): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select p.id, p.name, lower(split_part(p.email, '@', 1)) as handle, (
      exists (select from piece_authors a where a.piece_id = ${piece} and a.person_id = p.id)
      or exists (select from review_steps r where r.piece_id = ${piece} and p.id in (r.person_id, r.stand_in_id))
      or exists (select from comments c where c.piece_id = ${piece} and c.person_id = p.id)) as near
    from people p
    where p.left_at is null
      and exists (select from grants g where g.person_id = p.id and g.ended_at is null and g.role = any (${roles}::text[]))
      and exists (select from unnest(${said}::text[]) s where s like plain(split_part(p.name, ' ', 1)) || '%'
        or s like lower(split_part(p.email, '@', 1)) || '%')`.execute(db);
  return rows;
}
