import type { Db } from '#platform/db/database.ts';

export async function selectUnitId(db: Db, unit: number): Promise<boolean> {
  const row = await db.selectFrom('units').select('id').where('id', '=', unit).where('closed_at', 'is', null).executeTakeFirst();
  return row !== undefined;
}

/** The codes of plans that begin like this one. */
export async function selectCodes(db: Db, start: string): Promise<string[]> {
  const rows = await db.selectFrom('plans').select('code').where('code', 'like', `${start}%`).execute();
  return rows.map(({ code }) => code);
}
