import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Whether a piece or a request is classified or reserved, or an asset came within one that is. */
export async function selectIsSecret(db: Db, of: 'pieces' | 'requests' | 'secret_assets', id: number): Promise<boolean> {
  const { rows } =
    of === 'secret_assets'
      ? await sql`select from secret_assets where asset_id = ${id} limit 1`.execute(db)
      : await sql`select from ${sql.table(of)} where id = ${id} and class in ('classified', 'reserved')`.execute(db);
  return rows.length > 0;
}
