import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';

/** The salt of a day, made by whichever process asks first; with it, those of the days before are destroyed. */
export async function saltOf(db: Db, day: Day): Promise<Buffer> {
  await db
    .insertInto('visitor_salts')
    .values({ day, salt: randomBytes(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await deleteVisitorsBefore(db, day);
  return (await db.selectFrom('visitor_salts').select('salt').where('day', '=', day).executeTakeFirstOrThrow()).salt;
}

export async function deleteVisitorsBefore(db: Db, day: Day): Promise<void> {
  await db.deleteFrom('visitor_salts').where('day', '<', day).execute();
  await db.deleteFrom('visitor_sessions').where('day', '<', day).execute();
}

export interface Seen {
  readonly day: Day;
  readonly section: string;
  readonly visitor: Buffer;
}

/** Keeps who was not seen yet that day in that section. @returns how many, by day and section. */
export async function insertSeen(db: Db, seen: readonly Seen[]): Promise<{ day: Day; section: string; sessions: number }[]> {
  if (seen.length === 0) return [];
  const { rows } = await sql<{ day: Day; section: string; sessions: number }>`
    with fresh as (
      insert into visitor_sessions (day, visitor, section)
      select distinct * from unnest(${seen.map(({ day }) => day)}::date[], ${seen.map(({ visitor }) => visitor)}::bytea[], ${seen.map(({ section }) => section)}::text[]) as s(day, visitor, section)
      order by 1, 2, 3
      on conflict do nothing returning day, section
    ) select day, section, count(*) as sessions from fresh group by 1, 2`.execute(db);
  return rows;
}
