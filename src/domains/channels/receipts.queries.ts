import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { ReceiptKind } from './receipts.ts';

/** Whether it was the first. */
export async function insertReceipt(db: Db, dispatch: number, person: string, kind: ReceiptKind, now: Date): Promise<boolean> {
  const row = await db
    .insertInto('receipts')
    .values({ dispatch_id: dispatch, person_id: person, kind, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('dispatch_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function selectReceiptCounts(db: Db, dispatch: number): Promise<{ seen: number; confirmed: number; people: number }> {
  const { rows } = await sql<{ seen: number; confirmed: number; people: number }>`
    select count(*) filter (where kind = 'seen') as seen, count(*) filter (where kind = 'confirmed') as confirmed,
           (select count(*) from people where left_at is null) as people
    from receipts where dispatch_id = ${dispatch}`.execute(db);
  return rows[0]!;
}
