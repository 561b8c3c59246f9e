import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export async function selectIsSecret(db: Db, piece: number): Promise<boolean> {
  const { rows } = await sql<{ secret: boolean }>`
    select exists (select from pieces where id = ${piece} and class in ('classified', 'reserved')) as secret`.execute(db);
  return rows[0]!.secret;
}
