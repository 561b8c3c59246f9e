import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Addressed } from './memo.ts';

export interface Addressing extends Addressed {
  readonly remindAfter: number;
  readonly remindTimes: number;
}

export async function selectAddressing(db: Db, piece: number): Promise<Addressing | undefined> {
  const { rows } = await sql<Addressing>`
    select to_jsonb(units) as units, below, heads_only as "headsOnly", remind_after as "remindAfter", remind_times as "remindTimes"
    from memo_addressings where piece_id = ${piece}`.execute(db);
  return rows[0];
}

export async function saveAddressing(db: Db, piece: number, to: Addressing, by: string | null, now: Date): Promise<void> {
  await sql`insert into memo_addressings (piece_id, units, below, heads_only, remind_after, remind_times, written_by, written_at)
    values (${piece}, ${[...to.units]}::bigint[], ${to.below}, ${to.headsOnly}, ${to.remindAfter}, ${to.remindTimes}, ${by}, ${now})
    on conflict (piece_id) do update set units = excluded.units, below = excluded.below, heads_only = excluded.heads_only,
      remind_after = excluded.remind_after, remind_times = excluded.remind_times, written_by = excluded.written_by, written_at = excluded.written_at`.execute(
    db,
  );
}

/** Of some ids, the open dependencies, in the order of their names. */
export async function selectUnitNames(db: Db, units: readonly number[]): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{
    id: number;
    name: string;
  }>`select id, name from units where id = any (${[...units]}::bigint[]) order by name`.execute(db);
  return rows;
}
