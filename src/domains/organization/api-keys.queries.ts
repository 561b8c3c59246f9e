import type { Db } from '#platform/db/database.ts';

export async function revokeKeysOf(db: Db, person: string, by: string | null, now: Date): Promise<void> {
  await db.updateTable('api_keys').set({ revoked_at: now, revoked_by: by }).where('issued_by', '=', person).where('revoked_at', 'is', null).execute();
}
