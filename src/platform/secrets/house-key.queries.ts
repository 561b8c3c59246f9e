import type { Db } from '#platform/db/database.ts';

/** The fingerprint of the key that this database's secrets are sealed with: the one given, when it is the first. */
export async function rememberKey(db: Db, fingerprint: string, now: Date): Promise<string> {
  await db
    .insertInto('house_key')
    .values({ fingerprint, since: now })
    .onConflict((row) => row.column('id').doNothing())
    .execute();
  return (await db.selectFrom('house_key').select('fingerprint').executeTakeFirstOrThrow()).fingerprint;
}

export async function replaceKey(db: Db, fingerprint: string, now: Date): Promise<void> {
  await db
    .insertInto('house_key')
    .values({ fingerprint, since: now })
    .onConflict((row) => row.column('id').doUpdateSet({ fingerprint, since: now }))
    .execute();
}
