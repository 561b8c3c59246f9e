import type { Db } from '#platform/db/database.ts';

export function selectInstitution(db: Db) {
  return db.selectFrom('institution').selectAll().executeTakeFirst();
}
