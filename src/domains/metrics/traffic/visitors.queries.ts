import { randomBytes } from 'node:crypto';
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
  await db.deleteFrom('visit_batches').where('day', '<', day).execute();
}
