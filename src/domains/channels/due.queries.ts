import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Dispatch } from './dispatch.ts';
import { selectDispatch } from './dispatches.queries.ts';

// A try that failed waits a little longer each time.
const ready = sql`case when attempted_at is null then due_at else greatest(due_at, attempted_at + attempts * interval '20 seconds') end`;

export type Due = Pick<Dispatch, 'id' | 'source' | 'contentSha256'>;

/** What is due now, the oldest first: at most so many, none of them locked. */
export async function selectDue(db: Db, now: Date, limit: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select id, content_sha256 as "contentSha256", json_build_object('type', source_type, 'id', source_id) as source from dispatches
    where state = 'scheduled' and due_at <= ${now} and ${ready} <= ${now} order by due_at, id limit ${limit}`.execute(db);
  return rows;
}

export async function selectDueOf(db: Db, dispatches: readonly number[], now: Date): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select id, content_sha256 as "contentSha256", json_build_object('type', source_type, 'id', source_id) as source from dispatches
    where id = any (${dispatches}::bigint[]) and state = 'scheduled' and due_at <= ${now} order by id`.execute(db);
  return rows;
}

/** When the next is due; null when nothing waits. */
export async function selectNextDue(db: Db): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select min(${ready}) as at from (
    select due_at, attempted_at, attempts from dispatches where state = 'scheduled' order by due_at limit 50) soon`.execute(db);
  return rows[0]!.at;
}

/** Takes one that still is scheduled and due, unless another worker holds it. */
export async function claimDispatch(db: Db, id: number, now: Date): Promise<Dispatch | undefined> {
  const { rows } = await sql<{ id: number }>`select id from dispatches
    where id = ${id} and state = 'scheduled' and due_at <= ${now} for update skip locked`.execute(db);
  return rows[0] ? selectDispatch(db, id) : undefined;
}

/** Counts a try that certainly failed; how many there were. */
export async function countAttempt(db: Db, id: number, error: string, now: Date): Promise<number | undefined> {
  const { rows } = await sql<{ attempts: number }>`update dispatches set attempts = attempts + 1, attempted_at = ${now}, error = ${error}
    where id = ${id} and state = 'scheduled' returning attempts`.execute(db);
  return rows[0]?.attempts;
}

/** What was on its way out since before, and of which nobody said how it ended. */
export async function selectLost(db: Db, before: Date): Promise<number[]> {
  const { rows } = await sql<{
    id: number;
  }>`select id from dispatches where state = 'sending' and attempted_at < ${before} order by id limit 100`.execute(db);
  return rows.map(({ id }) => id);
}
