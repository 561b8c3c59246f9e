import type { Db } from '#platform/db/database.ts';

export function selectAccount(db: Db, email: string) {
  return db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'password_hash', 'totp_confirmed_at', 'language'])
    .where('email', '=', email)
    .where('left_at', 'is', null)
    .executeTakeFirst();
}

export function selectPerson(db: Db, id: string) {
  return db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'password_hash', 'totp_confirmed_at', 'totp_secret', 'totp_last_step', 'language', 'joined_at'])
    .where('id', '=', id)
    .where('left_at', 'is', null)
    .executeTakeFirst();
}

export async function updatePassword(db: Db, person: string, passwordHash: string): Promise<void> {
  await db.updateTable('people').set({ password_hash: passwordHash }).where('id', '=', person).execute();
}

/** Where the person works first: people who only are staff go to the intranet. */
export async function selectRoles(db: Db, person: string): Promise<string[]> {
  const rows = await db
    .selectFrom('grants')
    .select('role')
    .distinct()
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map(({ role }) => role);
}
