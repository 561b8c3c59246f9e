import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** @returns whose was in force */
export async function removeEverySecondFactor(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string; confirmed: boolean }>`
    with had as (select id, totp_confirmed_at is not null as confirmed from people where totp_secret is not null for update),
         gone as (delete from recovery_codes where person_id in (select id from had))
    update people p set totp_secret = null, totp_confirmed_at = null, totp_last_step = null from had where had.id = p.id
    returning p.id, had.confirmed`.execute(db);
  return rows.filter(({ confirmed }) => confirmed).map(({ id }) => id);
}

/** A set-up that was not finished begins again, with a new code. */
export async function forgetSetup(db: Db): Promise<void> {
  await db.deleteFrom('setup').execute();
}
