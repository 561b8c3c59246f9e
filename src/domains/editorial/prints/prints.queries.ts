import type { Db } from '#platform/db/database.ts';

export async function insertPrint(db: Db, { dispatch, sheet, file }: { dispatch: number; sheet: string; file: string }): Promise<void> {
  await db.insertInto('prints').values({ dispatch_id: dispatch, sheet, file_id: file }).execute();
}

/** The file of a sheet as it was kept when its dispatch was made. */
export async function selectPrintFile(db: Db, dispatch: number, sheet: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('prints')
    .select('file_id')
    .where('dispatch_id', '=', dispatch)
    .where('sheet', '=', sheet)
    .executeTakeFirst();
  return row?.file_id;
}
