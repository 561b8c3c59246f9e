import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Seconds that one who sets up waits for another who does; the demonstration takes fewer. */
const founding = 30;

/** One founds an institution here at a time, in whatever process; false when another took too long. Held until the transaction ends. */
export async function lockFounding(db: Db): Promise<boolean> {
  await sql`select set_config('lock_timeout', ${`${founding}s`}, true)`.execute(db);
  try {
    await sql`select pg_advisory_xact_lock(hashtext('pregon.founding'))`.execute(db);
  } catch (cause) {
    // lock_not_available (PostgreSQL, Appendix A).
    if ((cause as { code?: string }).code === '55P03') return false;
    throw cause;
  }
  await sql`select set_config('lock_timeout', '0', true)`.execute(db);
  return true;
}

/** Whether somebody founds it at this moment. */
export async function isBeingFounded(db: Db): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock(hashtext('pregon.founding')) as free`.execute(db);
  return !rows[0]!.free;
}

export async function insertSetup(db: Db, code: string, now: Date): Promise<void> {
  await db
    .insertInto('setup')
    .values({ code, created_at: now })
    .onConflict((row) => row.column('id').doNothing())
    .execute();
}

export function selectSetup(db: Db) {
  return db.selectFrom('setup').selectAll().executeTakeFirst();
}

/** Locked, so that of two that finish at once one waits and finds it done. */
export function lockSetup(db: Db, tokenHash: string) {
  return db.selectFrom('setup').selectAll().where('token_hash', '=', tokenHash).forUpdate().executeTakeFirst();
}

export async function updateSetupToken(db: Db, tokenHash: string): Promise<void> {
  await db.updateTable('setup').set({ token_hash: tokenHash }).execute();
}

export async function updateSetupFields(db: Db, fields: unknown, emblem: string | null): Promise<void> {
  await db
    .updateTable('setup')
    .set({ fields: JSON.stringify(fields), emblem_file: emblem })
    .execute();
}

export async function deleteSetup(db: Db): Promise<void> {
  await db.deleteFrom('setup').execute();
}

interface NewInstitution {
  kind: string;
  name: string;
  color: string;
  emblem: string | null;
  language: string;
  zone: string;
  now: Date;
}

export async function insertInstitution(db: Db, institution: NewInstitution): Promise<void> {
  await db
    .insertInto('institution')
    .values({
      kind: institution.kind,
      name: institution.name,
      color: institution.color,
      emblem_file: institution.emblem,
      language: institution.language,
      zone: institution.zone,
      set_up_at: institution.now,
    })
    .execute();
}

/** Rows of work: people, dependencies and events, none before the set-up. */
export async function countRows(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from people) + (select count(*) from units) + (select count(*) from events) as count`.execute(db);
  return rows[0]!.count;
}
