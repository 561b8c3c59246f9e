import type { Db } from '#platform/db/database.ts';

export function selectBySubject(db: Db, subject: string) {
  return db.selectFrom('people').select(['id']).where('oidc_subject', '=', subject).where('left_at', 'is', null).executeTakeFirst();
}

/** Links the person of this mail when nobody was linked yet. */
export async function linkSubject(db: Db, email: string, subject: string): Promise<string | undefined> {
  const row = await db
    .updateTable('people')
    .set({ oidc_subject: subject })
    .where('email', '=', email)
    .where('oidc_subject', 'is', null)
    .where('left_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}
