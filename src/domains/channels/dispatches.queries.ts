import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Source } from './dispatches.ts';

export async function cancelOpen(db: Db, source: Source, by: string | null, now: Date): Promise<{ id: number; channel: string }[]> {
  const { rows } = await sql<{ id: number; channel: string }>`
    with cancelled as (
      update dispatches set state = 'cancelled' where source_type = ${source.type} and source_id = ${source.id} and state in ('scheduled', 'held')
      returning id, channel
    ), moved as (
      insert into dispatch_moves (dispatch_id, state, person_id, at) select id, 'cancelled', ${by}, ${now} from cancelled
    )
    select id, channel from cancelled order by id`.execute(db);
  return rows;
}
