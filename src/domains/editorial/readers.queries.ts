import type { Db } from '#platform/db/database.ts';

export async function selectUnitOf(db: Db, person: string): Promise<number | null> {
  const row = await db.selectFrom('people').select('unit_id').where('id', '=', person).executeTakeFirst();
  return row?.unit_id ?? null;
}
