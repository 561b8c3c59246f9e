import type { Db } from '#platform/db/database.ts';

interface InventedInstitution {
  kind: string;
  name: string;
  color: string;
  language: string;
  zone: string;
  address: string;
  phone: string;
  email: string;
  emblem: string;
  now: Date;
}

export async function insertDemonstration(db: Db, { emblem, now, ...institution }: InventedInstitution): Promise<void> {
  await db
    .insertInto('institution')
    .values({ ...institution, emblem_file: emblem, demonstration: true, set_up_at: now })
    .execute();
  await db.deleteFrom('setup').execute();
}

export async function updatePasswords(db: Db, people: readonly string[], passwordHash: string): Promise<void> {
  await db.updateTable('people').set({ password_hash: passwordHash }).where('id', 'in', people).execute();
}
