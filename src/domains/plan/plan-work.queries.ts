import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { Told } from './lateness.ts';
import type { Plan, Row, Version } from './plan.ts';
import type { Reading } from './readings.queries.ts';
import { barely, inWords, withNames, withTargets } from './rows.queries.ts';

/*
 * What several plans say and what was told of them: four statements, whatever the number of plans and rows.
 */

/** A row without its last edit, and the version that says it. */
export type WorkRow = Omit<Row, 'revision' | 'changedBy' | 'changedByName' | 'changedAt'> & { readonly version: number };

/** Of a row what its measuring and rolling up need, and none of its words. */
export type BareRow = Pick<
  WorkRow,
  | 'version'
  | 'item'
  | 'kind'
  | 'parent'
  | 'position'
  | 'aligned'
  | 'startsOn'
  | 'endsOn'
  | 'recurrence'
  | 'measure'
  | 'filter'
  | 'direction'
  | 'addsUp'
  | 'frequency'
  | 'targets'
>;

/** Of a reading what a figure needs. */
export type Taken = Pick<Reading, 'id' | 'item' | 'startsOn' | 'endsOn' | 'value' | 'decision'>;

export interface Working {
  readonly plan: Plan;
  readonly version: Version;
  /** The day on which a version first came into force, if any did. */
  readonly since: Day | null;
}

type WorkingRow = Plan & Omit<Version, 'id' | 'plan'> & { version: number; since: Day | null };

const planAndVersion = sql`
  p.id, p.code, p.title, p.summary, p.unit_id as unit, u.code as "unitCode", u.name as "unitName", p.parent_id as parent,
  p.starts_on as "startsOn", p.ends_on as "endsOn", v.id as version, v.number, v.state, v.based_on as "basedOn", v.note,
  v.created_at as "createdAt", v.in_force_from as "inForceFrom", v.in_force_until as "inForceUntil",
  (select min(w.in_force_from) from plan_versions w where w.plan_id = p.id) as since`;

const working = ({ version, number, state, basedOn, note, createdAt, inForceFrom, inForceUntil, since, ...plan }: WorkingRow): Working => ({
  plan,
  version: { id: version, plan: plan.id, number, state, basedOn, note, createdAt, inForceFrom, inForceUntil },
  since,
});

/** These plans with the version in force, else the newest; a plan without version is left out. */
export async function selectWorking(db: Db, plans: readonly number[]): Promise<Working[]> {
  if (plans.length === 0) return [];
  const { rows } = await sql<WorkingRow>`
    select ${planAndVersion} from plans p join units u on u.id = p.unit_id
    join lateral (
      select * from plan_versions v where v.plan_id = p.id order by v.state = 'in_force' desc, v.number desc limit 1
    ) v on true
    where p.id = any (${plans}::bigint[]) order by p.id`.execute(db);
  return rows.map(working);
}

/** The plans that a version is in force of, newest period first; or the one of a code. */
export async function selectRuling(db: Db, code?: string): Promise<Working[]> {
  const { rows } = await sql<WorkingRow>`
    select ${planAndVersion} from plans p join units u on u.id = p.unit_id join plan_versions v on v.plan_id = p.id and v.state = 'in_force'
    ${code === undefined ? sql`` : sql`where p.code = ${code}`} order by p.starts_on desc, p.title`.execute(db);
  return rows.map(working);
}

/** Every row of these versions, siblings by position. */
export function selectWorkRows(db: Db, versions: readonly number[]): Promise<WorkRow[]> {
  return rowsOf<WorkRow>(db, versions, sql`${barely}, ${inWords}`, withNames);
}

/** The same without their words, in any order: to roll up. */
export function selectBareRows(db: Db, versions: readonly number[]): Promise<BareRow[]> {
  return rowsOf<BareRow>(db, versions, barely, sql``);
}

async function rowsOf<R>(db: Db, versions: readonly number[], columns: RawBuilder<unknown>, joins: RawBuilder<unknown>): Promise<R[]> {
  if (versions.length === 0) return [];
  const { rows } = await sql<R>`
    select r.version_id as version, ${columns} from plan_rows r ${joins} ${withTargets(versions)}
    where r.version_id = any (${versions}::bigint[]) order by r.position, r.item_id`.execute(db);
  return rows;
}

/** The last word on every occurrence of the activities of these versions, as it was at an instant. */
export async function selectToldIn(db: Db, versions: readonly number[], at: Date): Promise<Told[]> {
  if (versions.length === 0) return [];
  const { rows } = await sql<Told>`
    select distinct on (t.item_id, t.period_start) t.item_id as item, t.period_start as "periodStart", t.state, t.percent
    from plan_rows r join progress_reports t on t.item_id = r.item_id
    where r.version_id = any (${versions}::bigint[]) and r.kind = 'activity' and t.reported_at <= ${at}
    order by t.item_id, t.period_start, t.id desc`.execute(db);
  return rows;
}

/** Every reading of the indicators of these versions, as it was at an instant, by indicator. */
export async function selectTakenIn(db: Db, versions: readonly number[], at: Date): Promise<Map<number, Taken[]>> {
  if (versions.length === 0) return new Map();
  // A plan has thousands: a list for each column of each indicator is read several times faster than a row for each reading.
  const { rows } = await sql<{
    item: number;
    ids: number[];
    starts: Day[];
    ends: Day[];
    amounts: number[];
    decisions: Taken['decision'][];
  }>`
    select m.item_id as item, json_agg(m.id order by m.id) as ids, json_agg(m.starts_on order by m.id) as starts,
           json_agg(m.ends_on order by m.id) as ends, json_agg(m.value order by m.id) as amounts, json_agg(d.decision order by m.id) as decisions
    from plan_rows r join readings m on m.item_id = r.item_id left join reading_decisions d on d.reading_id = m.id
    where r.version_id = any (${versions}::bigint[]) and r.kind = 'indicator' and m.taken_at <= ${at}
    group by m.item_id`.execute(db);
  return new Map(
    rows.map(({ item, ids, starts, ends, amounts, decisions }) => [
      item,
      ids.map((id, n) => ({ id, item, startsOn: starts[n]!, endsOn: ends[n]!, value: amounts[n]!, decision: decisions[n]! })),
    ]),
  );
}

/** Plans in force below one by `parent_id`, at any depth. */
export async function selectAlignedPlans(db: Db, plan: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive below(id) as (
      select id from plans where parent_id = ${plan} union select p.id from plans p join below b on b.id = p.parent_id
    )
    select b.id from below b join plan_versions v on v.plan_id = b.id and v.state = 'in_force' where b.id <> ${plan} order by b.id`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
