import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Counts one more try, from one again when the window has passed; how many there are, and since when. */
export async function countTry(db: Db, key: string, now: Date, windowStart: Date): Promise<{ tries: number; firstAt: Date }> {
  const { rows } = await sql<{ tries: number; first_at: Date }>`
    insert into sign_in_attempts as a (key, tries, first_at) values (${key}, 1, ${now})
    on conflict (key) do update set
      tries = case when a.first_at < ${windowStart} then 1 else a.tries + 1 end,
      -- the wait runs from the last try that was still allowed
      first_at = case when a.first_at < ${windowStart} or a.tries < ${allowedTries} then ${now} else a.first_at end
    returning tries, first_at`.execute(db);
  return { tries: rows[0]!.tries, firstAt: rows[0]!.first_at };
}

export async function deleteTries(db: Db, key: string): Promise<void> {
  await db.deleteFrom('sign_in_attempts').where('key', '=', key).execute();
}

export async function deleteOldTries(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('sign_in_attempts').where('first_at', '<', before).execute();
}

export const allowedTries = 5;
