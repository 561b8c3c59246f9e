import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Fills an empty version with all that another says: the same items, as first revisions. */
export async function copyVersion(db: Db, from: number, to: number, by: string | null, now: Date): Promise<void> {
  await sql`insert into plan_units (version_id, unit_id, position)
    select ${to}, unit_id, position from plan_units where version_id = ${from}`.execute(db);
  await sql`insert into plan_sections (version_id, code, position, kind, title, body, items)
    select ${to}, code, position, kind, title, body, items from plan_sections where version_id = ${from}`.execute(db);
  await sql`insert into plan_segments (version_id, code, position, name, focus, channels)
    select ${to}, code, position, name, focus, channels from plan_segments where version_id = ${from}`.execute(db);
  await sql`insert into plan_channels (version_id, code, position, name, class, mode, purpose)
    select ${to}, code, position, name, class, mode, purpose from plan_channels where version_id = ${from}`.execute(db);
  await sql`insert into plan_rows (version_id, item_id, kind, parent_id, position, number, code, title, description, unit_id, person_id,
      aligned_item_id, starts_on, ends_on, recurrence, segments, channels, also_serves, measure, filter, figure_unit, direction, adds_up,
      frequency, baseline, baseline_note, changed_by, changed_at)
    select ${to}, item_id, kind, parent_id, position, number, code, title, description, unit_id, person_id,
      aligned_item_id, starts_on, ends_on, recurrence, segments, channels, also_serves, measure, filter, figure_unit, direction, adds_up,
      frequency, baseline, baseline_note, ${by}::uuid, ${now}::timestamptz from plan_rows where version_id = ${from}`.execute(db);
  await sql`insert into plan_targets (version_id, item_id, starts_on, ends_on, value)
    select ${to}, item_id, starts_on, ends_on, value from plan_targets where version_id = ${from}`.execute(db);
}
