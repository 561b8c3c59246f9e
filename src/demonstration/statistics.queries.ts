import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Within one long transaction nobody else counts its rows: without this, plans are made as if every table were empty. */
export async function countRows(db: Db): Promise<void> {
  await sql`analyze`.execute(db);
}
