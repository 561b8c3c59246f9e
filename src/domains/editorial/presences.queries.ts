import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Somebody who has a piece open, and where in it. */
export interface Present {
  readonly id: string;
  readonly name: string;
  readonly block: string;
}

/** Says where a person is now; whether he has just come, or is somewhere else than before. */
export async function putPresence(db: Db, piece: number, person: string, block: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ moved: boolean }>`
    with before as (select block, seen_at from piece_presences where piece_id = ${piece} and person_id = ${person}),
    put as (insert into piece_presences (piece_id, person_id, block, seen_at) values (${piece}, ${person}, ${block}, ${now})
      on conflict (piece_id, person_id) do update set block = excluded.block, seen_at = excluded.seen_at)
    select coalesce((select block <> ${block} or seen_at < ${seenSince(now)} from before), true) as moved`.execute(db);
  return rows[0]!.moved;
}

export async function dropPresence(db: Db, piece: number, person: string): Promise<void> {
  await db.deleteFrom('piece_presences').where('piece_id', '=', piece).where('person_id', '=', person).execute();
}

export async function selectPresences(db: Db, piece: number, not: string | null, now: Date): Promise<Present[]> {
  const { rows } = await sql<Present>`
    select p.id, p.name, s.block from piece_presences s join people p on p.id = s.person_id
    where s.piece_id = ${piece} and s.seen_at >= ${seenSince(now)} and s.person_id is distinct from ${not} order by p.name`.execute(db);
  return rows;
}

/** Wakes whoever has the piece open. It is no event of the house: nothing of it stays. */
export async function wakePiece(db: Db, topic: string): Promise<void> {
  await sql`select pg_notify('live', json_build_object('topic', ${topic}::text, 'event', 'piece.seen', 'id', 0)::text)`.execute(db);
}

/** Three beats of ten seconds, and a little. */
const seenSince = (now: Date) => new Date(now.getTime() - 35_000);
