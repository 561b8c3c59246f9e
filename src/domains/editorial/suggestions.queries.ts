import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Other words for a passage, and what was decided of them. */
export interface Suggestion {
  readonly id: number;
  readonly piece: number;
  readonly block: string;
  readonly quote: string;
  readonly replacement: string;
  readonly reason: string;
  readonly person: string | null;
  readonly personName: string | null;
  readonly at: Date;
  readonly decision: 'accepted' | 'declined' | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
}

const columns = sql`s.id, s.piece_id as piece, s.block, s.quote, s.replacement, s.reason, s.person_id as person, p.name as "personName", s.at,
  s.decision, d.name as "decidedByName", s.decided_at as "decidedAt"
  from suggestions s left join people p on p.id = s.person_id left join people d on d.id = s.decided_by`;

export async function selectSuggestions(db: Db, piece: number): Promise<Suggestion[]> {
  const { rows } = await sql<Suggestion>`select ${columns} where s.piece_id = ${piece} order by s.id`.execute(db);
  return rows;
}

export async function selectSuggestion(db: Db, id: number): Promise<Suggestion | undefined> {
  const { rows } = await sql<Suggestion>`select ${columns} where s.id = ${id}`.execute(db);
  return rows[0];
}

export async function insertSuggestion(
  db: Db,
  suggestion: Pick<Suggestion, 'piece' | 'block' | 'quote' | 'replacement' | 'reason'>,
  by: string | null,
  now: Date,
): Promise<number> {
  const { id } = await db
    .insertInto('suggestions')
    .values({
      piece_id: suggestion.piece,
      block: suggestion.block,
      quote: suggestion.quote,
      replacement: suggestion.replacement,
      reason: suggestion.reason,
      person_id: by,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateSuggestion(db: Db, id: number, decision: 'accepted' | 'declined', by: string | null, now: Date): Promise<void> {
  await db.updateTable('suggestions').set({ decision, decided_by: by, decided_at: now }).where('id', '=', id).execute();
}
