import type { Db } from '#platform/db/database.ts';

interface NewPasskey {
  id: string;
  person: string;
  name: string;
  publicKey: Uint8Array;
  counter: number;
  transports: string[];
  now: Date;
}

export async function insertPasskey(db: Db, key: NewPasskey): Promise<void> {
  await db
    .insertInto('passkeys')
    .values({
      id: key.id,
      person_id: key.person,
      name: key.name,
      public_key: Buffer.from(key.publicKey),
      counter: key.counter,
      transports: key.transports,
      created_at: key.now,
    })
    .execute();
}

export function listPasskeys(db: Db, person: string) {
  return db
    .selectFrom('passkeys')
    .select(['id', 'name', 'transports', 'created_at', 'last_used_at'])
    .where('person_id', '=', person)
    .orderBy('created_at')
    .execute();
}

/** Locked, so that its counter is compared and set by one sign-in at a time. */
export function lockPasskey(db: Db, id: string) {
  return db
    .selectFrom('passkeys as k')
    .innerJoin('people as p', 'p.id', 'k.person_id')
    .select(['k.id', 'k.person_id', 'k.public_key', 'k.counter', 'k.transports'])
    .where('k.id', '=', id)
    .where('p.left_at', 'is', null)
    .forUpdate('k')
    .executeTakeFirst();
}

export async function touchPasskey(db: Db, id: string, counter: number, now: Date): Promise<void> {
  await db.updateTable('passkeys').set({ counter, last_used_at: now }).where('id', '=', id).execute();
}

export async function renamePasskey(db: Db, id: string, person: string, name: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('passkeys')
    .set({ name })
    .where('id', '=', id)
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function deletePasskey(db: Db, id: string, person: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('passkeys').where('id', '=', id).where('person_id', '=', person).executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
