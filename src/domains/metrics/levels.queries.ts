import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { HappenedEvent } from '#platform/events/reactions.ts';
import type { Fact } from './facts.ts';

/** What the ledger holds of a record until now. */
export async function selectLevel(db: Db, measure: string, record: Fact['record']): Promise<{ amount: number; base: number }> {
  const { rows } = await sql<{ amount: number; base: number }>`
    select coalesce(sum(amount), 0) as amount, coalesce(sum(base), 0) as base from facts
    where record_type = ${record.type} and record_id = ${record.id} and measure = ${measure}`.execute(db);
  return rows[0]!;
}

/**
 * Whether the same reaction to a later event about the same thing still waits, and will see all that this one would. It stays waiting until this
 * transaction ends: one that is being carried out now may have looked already.
 */
export async function waitsAgain(db: Db, reaction: string, event: HappenedEvent): Promise<boolean> {
  const { rows } = await sql`
    select r.id from events e join reactions r on r.event_id = e.id and r.reaction = ${reaction} and r.done_at is null and r.dead_at is null
    where e.subject_type = ${event.subject_type} and e.subject_id = ${event.subject_id} and e.id > ${event.id} and e.name = ${event.name}
    order by e.id limit 1 for update of r skip locked`.execute(db);
  return rows.length > 0;
}
