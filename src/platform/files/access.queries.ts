import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Opens files to anybody; those that were not open. */
export async function openRows(db: Db, ids: readonly string[], now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update files set public_since = ${now}
    where id = any (${[...ids]}::uuid[]) and public_since is null returning id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Closes files again; those that were open. */
export async function closeRows(db: Db, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update files set public_since = null
    where id = any (${[...ids]}::uuid[]) and public_since is not null returning id`.execute(db);
  return rows.map(({ id }) => id);
}
