import type { Db } from '#platform/db/database.ts';

export function selectLastEntry(db: Db, type: string, id: string) {
  return db.selectFrom('audit_entries').select(['actor_name as actor', 'at', 'action'])
    .where('subject_type', '=', type).where('subject_id', '=', id).orderBy('id', 'desc').executeTakeFirst();
}
