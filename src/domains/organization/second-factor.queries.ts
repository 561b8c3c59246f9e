import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Sets a secret that waits to be confirmed, unless one waits already; says which it is. */
export async function beginSecret(db: Db, person: string, secret: string): Promise<string | null> {
  const { rows } = await sql<{ totp_secret: string }>`
    update people set totp_secret = coalesce(totp_secret, ${secret})
    where id = ${person} and totp_confirmed_at is null returning totp_secret`.execute(db);
  return rows[0]?.totp_secret ?? null;
}

/** Accepts a step once: false when this step or a later one was used before. */
export async function useStep(db: Db, person: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('people')
    .set({ totp_last_step: step })
    .where('id', '=', person)
    .where(({ or, eb }) => or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function confirmSecret(db: Db, person: string, now: Date): Promise<void> {
  await db.updateTable('people').set({ totp_confirmed_at: now }).where('id', '=', person).execute();
}

export async function removeSecret(db: Db, person: string): Promise<void> {
  await db
    .updateTable('people')
    .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null })
    .where('id', '=', person)
    .execute();
}

export async function markSecondFactor(db: Db, session: number, now: Date): Promise<void> {
  await db.updateTable('sessions').set({ second_factor_at: now }).where('id', '=', session).execute();
}
