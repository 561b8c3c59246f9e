import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { ActivityOption, SegmentOption } from './in-force.ts';

export async function selectActivitiesInForce(db: Db): Promise<ActivityOption[]> {
  const { rows } = await sql<ActivityOption>`
    select r.item_id as item, r.number, r.title, p.id as plan, p.title as "planTitle", r.unit_id as unit
    from plan_rows r join plan_versions v on v.id = r.version_id and v.state = 'in_force' join plans p on p.id = v.plan_id
    where r.kind = 'activity' order by p.id, string_to_array(r.number, '.')::int[], r.item_id`.execute(db);
  return rows;
}

export async function selectSegmentsInForce(db: Db): Promise<SegmentOption[]> {
  const { rows } = await sql<SegmentOption>`
    select distinct on (s.code) s.code, s.name
    from plan_segments s join plan_versions v on v.id = s.version_id and v.state = 'in_force' order by s.code, v.plan_id`.execute(db);
  return rows;
}

/** The same with what is said to each and by which means. */
export async function selectPublicsInForce(db: Db): Promise<(SegmentOption & { focus: string; channels: string[] })[]> {
  const { rows } = await sql<SegmentOption & { focus: string; channels: string[] }>`
    select distinct on (s.code) s.code, s.name, s.focus, s.channels
    from plan_segments s join plan_versions v on v.id = s.version_id and v.state = 'in_force' order by s.code, v.plan_id`.execute(db);
  return rows;
}

export async function selectChannelsInForce(db: Db) {
  const { rows } = await sql<SegmentOption & { class: 'ATL' | 'BTL' | 'digital'; mode: 'online' | 'offline' }>`
    select distinct on (c.code) c.code, c.name, c.class, c.mode
    from plan_channels c join plan_versions v on v.id = c.version_id and v.state = 'in_force' order by c.code, v.plan_id`.execute(db);
  return rows;
}
