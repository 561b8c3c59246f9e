import type { Updateable } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';

export function selectInstitution(db: Db) {
  return db.selectFrom('institution').selectAll().executeTakeFirst();
}

export async function updateInstitution(db: Db, brand: Updateable<DB['institution']>): Promise<void> {
  await db
    .updateTable('institution')
    .set((row) => ({ ...brand, version: row('version', '+', 1) }))
    .execute();
}
