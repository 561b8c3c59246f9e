import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { Row } from './plan.ts';

export type OwnActivity = Pick<Row, 'item' | 'number' | 'title' | 'startsOn' | 'endsOn' | 'recurrence' | 'unitName'> & {
  readonly plan: number;
  readonly since: Day;
};

/** The activities in force of a person: named in them, or head or liaison of the dependency responsible. */
export async function selectOwnActivities(db: Db, person: string): Promise<OwnActivity[]> {
  const { rows } = await sql<OwnActivity>`
    select r.item_id as item, r.number, r.title, r.starts_on as "startsOn", r.ends_on as "endsOn", r.recurrence, u.name as "unitName",
           v.plan_id as plan, (select min(w.in_force_from) from plan_versions w where w.plan_id = v.plan_id) as since
    from plan_rows r join plan_versions v on v.id = r.version_id left join units u on u.id = r.unit_id
    where v.state = 'in_force' and r.kind = 'activity'
      and (r.person_id = ${person} or u.head_id = ${person} or u.liaison_id = ${person})
    order by v.plan_id, r.number, r.item_id`.execute(db);
  return rows;
}

export type OwnIndicator = Pick<Row, 'item' | 'title' | 'measure' | 'frequency'> & { readonly activity: number; readonly targets: number };

/** The indicators in force that hang from these activities. */
export async function selectIndicatorsOf(db: Db, activities: readonly number[]): Promise<OwnIndicator[]> {
  if (activities.length === 0) return [];
  const { rows } = await sql<OwnIndicator>`
    select r.item_id as item, r.title, r.measure, r.frequency, r.parent_id as activity,
           (select count(*) from plan_targets t where t.version_id = r.version_id and t.item_id = r.item_id) as targets
    from plan_rows r join plan_versions v on v.id = r.version_id
    where v.state = 'in_force' and r.kind = 'indicator' and r.parent_id = any (${activities}::bigint[])
    order by r.position, r.item_id`.execute(db);
  return rows;
}

export interface Undecided {
  readonly reading: number;
  readonly item: number;
  readonly title: string;
  readonly value: number;
  readonly figureUnit: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly person: string | null;
  readonly personName: string | null;
  readonly unit: number | null;
  readonly takenAt: Date;
}

/** Readings of indicators with a target that wait for a second person, oldest first. */
export async function selectUndecided(db: Db): Promise<Undecided[]> {
  const { rows } = await sql<Undecided>`
    select m.id as reading, m.item_id as item, r.title, m.value, r.figure_unit as "figureUnit", m.starts_on as "startsOn", m.ends_on as "endsOn",
           m.person_id as person, p.name as "personName", coalesce(r.unit_id, a.unit_id) as unit, m.taken_at as "takenAt"
    from readings m join plan_rows r on r.item_id = m.item_id join plan_versions v on v.id = r.version_id and v.state = 'in_force'
    left join plan_rows a on a.version_id = r.version_id and a.item_id = r.parent_id left join people p on p.id = m.person_id
    where not exists (select 1 from reading_decisions d where d.reading_id = m.id)
      and not exists (select 1 from readings n where n.corrects = m.id)
      and exists (select 1 from plan_targets t where t.version_id = r.version_id and t.item_id = r.item_id)
    order by m.id limit 200`.execute(db);
  return rows;
}

export interface Change {
  readonly id: number;
  readonly name: string;
  readonly at: Date;
  readonly actorName: string | null;
  readonly item: number | null;
  readonly kind: Row['kind'] | null;
  readonly title: string | null;
  readonly plan: number | null;
}

/** What was told of plans lately, newest first: each with who, and the title of what it speaks of. */
export async function selectRecentChanges(db: Db, names: readonly string[], limit: number): Promise<Change[]> {
  const { rows } = await sql<Change>`
    with recent as (
      select e.id, e.name, e.happened_at, e.actor_id, e.payload,
             case when e.subject_type = 'plan_item' then e.subject_id::bigint end as item
      from events e where e.name = any (${names}::text[]) order by e.id desc limit ${limit}
    )
    select e.id, e.name, e.happened_at as at, p.name as "actorName", e.item, r.kind, coalesce(r.title, q.title) as title,
           coalesce(i.plan_id, q.id) as plan
    from recent e left join people p on p.id = e.actor_id left join plan_items i on i.id = e.item
    left join plans q on q.id = coalesce(i.plan_id, (e.payload->>'plan')::bigint)
    left join lateral (select r.kind, r.title from plan_rows r where r.item_id = e.item order by r.version_id desc limit 1) r on true
    order by e.id desc`.execute(db);
  return rows;
}
