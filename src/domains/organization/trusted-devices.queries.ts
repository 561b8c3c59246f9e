import type { Db } from '#platform/db/database.ts';

export async function insertTrusted(
  db: Db,
  device: { tokenHash: string; person: string; device: string; now: Date; expires: Date },
): Promise<number> {
  const { id } = await db
    .insertInto('trusted_devices')
    .values({
      token_hash: device.tokenHash,
      person_id: device.person,
      device: device.device,
      created_at: device.now,
      used_at: device.now,
      expires_at: device.expires,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Notes the use of one that is still good. @returns its id, undefined when it is not */
export async function useTrusted(db: Db, tokenHash: string, person: string, now: Date): Promise<number | undefined> {
  const row = await db
    .updateTable('trusted_devices')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('person_id', '=', person)
    .where('expires_at', '>', now)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export function listTrusted(db: Db, person: string, now: Date) {
  return db
    .selectFrom('trusted_devices')
    .select(['id', 'device', 'created_at', 'used_at', 'expires_at'])
    .where('person_id', '=', person)
    .where('expires_at', '>', now)
    .where('ended_at', 'is', null)
    .orderBy('used_at', 'desc')
    .execute();
}

export function selectTrustedOf(db: Db, session: number): Promise<{ id: number } | undefined> {
  return db
    .selectFrom('sessions as s')
    .innerJoin('trusted_devices as d', 'd.id', 's.trusted_device_id')
    .select('d.id')
    .where('s.id', '=', session)
    .where('d.ended_at', 'is', null)
    .executeTakeFirst();
}

/** Ends one, or every one but one. @returns their names */
export async function endTrusted(db: Db, person: string, which: { only?: number; but?: number | null }, now: Date): Promise<string[]> {
  let ending = db.updateTable('trusted_devices').set({ ended_at: now }).where('person_id', '=', person).where('ended_at', 'is', null);
  if (which.only !== undefined) ending = ending.where('id', '=', which.only);
  else ending = ending.where('id', '<>', which.but ?? 0);
  return (await ending.returning('device').execute()).map(({ device }) => device);
}
