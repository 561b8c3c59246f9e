import type { Db } from '#platform/db/database.ts';

export function selectKeys(db: Db): Promise<{ publicKey: string; privateKey: string } | undefined> {
  return db.selectFrom('push_keys').select(['public_key as publicKey', 'private_key as privateKey']).executeTakeFirst();
}

export async function insertKeys(
  db: Db,
  { publicKey, privateKey, now }: { publicKey: string; privateKey: string; now: Date },
): Promise<void> {
  await db
    .insertInto('push_keys')
    .values({ id: 1, public_key: publicKey, private_key: privateKey, made_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
