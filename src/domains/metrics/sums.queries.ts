import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import { type Wanted, wishedFor, wishes } from './wanted.queries.ts';

/** What was counted of a wish in a month; `key` is the wish's place. */
export interface MonthSum {
  readonly key: number;
  readonly month: Day;
  readonly amount: number;
  readonly base: number;
  readonly entries: number;
  readonly lastOn: Day;
}

/**
 * The wanted facts added up by month, up to a day: whole months from the sums by month, the one that `to` cuts from the sums by
 * day. One statement for a whole board, in which alike wishes are looked up once.
 */
export function selectMonths(db: Db, wanted: readonly Wanted[], from: Day, to: Day): Promise<MonthSum[]> {
  const cut = `${to.slice(0, 7)}-01`;
  return once(wanted, async (alike) => {
    const { rows } = await sql<MonthSum>`
      with w as materialized (${wishes(alike)})
      select w.key, s.month, sum(s.amount) as amount, sum(s.base) as base, sum(s.entries) as entries, max(s.last_on) as "lastOn"
      from w cross join lateral (
        select m.month, m.amount, m.base, m.entries, m.last_on from fact_months m
        where ${wishedFor('m')} and m.month >= date_trunc('month', ${from}::date) and m.month < ${cut}
        union all
        select ${cut}::date, d.amount, d.base, d.entries, d.day from fact_days d
        where ${wishedFor('d')} and d.day between ${cut} and ${to}
      ) s
      group by 1, 2 order by 1, 2`.execute(db);
    return rows;
  });
}

/** The first month in which anything of each measure was counted; those of which nothing was are left out. */
export async function selectBeginnings(db: Db, measures: readonly string[]): Promise<Map<string, Day>> {
  if (measures.length === 0) return new Map();
  const { rows } = await sql<{ measure: string; month: Day | null }>`
    select w.measure, (select min(m.month) from fact_months m where m.measure = w.measure) as month
    from unnest(${measures}::text[]) as w (measure)`.execute(db);
  return new Map(rows.flatMap(({ measure, month }) => (month === null ? [] : [[measure, month]])));
}

/** A sum of one amount in a month: how often it was counted. */
export interface Spread extends Omit<MonthSum, 'base'> {}

/** How often each amount was counted by month, for what cannot be told from sums. */
export function selectSpreads(db: Db, wanted: readonly Wanted[], from: Day, to: Day): Promise<Spread[]> {
  return once(wanted, async (alike) => {
    const { rows } = await sql<Spread>`
      with w as materialized (${wishes(alike)})
      select w.key, date_trunc('month', f.day)::date as month, f.amount, count(*) as entries, max(f.day) as "lastOn"
      from w join facts f on ${wishedFor('f')}
      where f.day between date_trunc('month', ${from}::date) and ${to}
      group by 1, 2, 3 order by 1, 2, 3`.execute(db);
    return rows;
  });
}

/**
 * How a state stood at the end of each month in which something changed it, ever since the first: the last amount that each record
 * told, all records together.
 */
export function selectLevels(db: Db, wanted: readonly Wanted[], to: Day): Promise<MonthSum[]> {
  return once(wanted, async (alike) => {
    const { rows } = await sql<MonthSum>`
      with w as materialized (${wishes(alike)}),
      steps as (
        select w.key, f.day, f.amount - coalesce(lag(f.amount) over (partition by w.key, f.record_type, f.record_id order by f.day, f.id), 0) as step
        from w join facts f on ${wishedFor('f')}
        where f.day <= ${to}
      )
      select key, date_trunc('month', day)::date as month, sum(sum(step)) over (partition by key order by date_trunc('month', day)) as amount,
             1 as base, count(*) as entries, max(day) as "lastOn"
      from steps group by key, date_trunc('month', day) order by 1, 2`.execute(db);
    return rows;
  });
}

/** Asks for alike wishes once, and gives each its own rows. */
async function once<T extends { readonly key: number }>(
  wanted: readonly Wanted[],
  select: (alike: readonly Wanted[]) => Promise<readonly T[]>,
): Promise<T[]> {
  if (wanted.length === 0) return [];
  const asked = wanted.map((one) => JSON.stringify(one));
  const alike = new Map(asked.map((name, at) => [name, wanted[at]!]));
  const names = [...alike.keys()];
  const rows = Map.groupBy(await select([...alike.values()]), ({ key }) => names[key]!);
  return asked.flatMap((name, key) => (rows.get(name) ?? []).map((row) => ({ ...row, key })));
}

/** Each dependency named by its code, with all below it. */
export async function selectUnitBranches(db: Db, codes: readonly string[]): Promise<Map<string, number[]>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom('units as u')
    .innerJoin('unit_ancestors as a', 'a.ancestor_id', 'u.id')
    .select(['u.code', 'a.unit_id as unit'])
    .where('u.code', 'in', codes)
    .execute();
  return new Map([...Map.groupBy(rows, ({ code }) => code)].map(([code, units]) => [code, units.map(({ unit }) => unit)]));
}

/** The activities of some versions by `version code`. */
export async function selectActivities(db: Db, versions: readonly number[], codes: readonly string[]): Promise<Map<string, number>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom('plan_rows')
    .select(['version_id', 'code', 'item_id'])
    .where('version_id', 'in', versions)
    .where('kind', '=', 'activity')
    .where('code', 'in', codes)
    .execute();
  return new Map(rows.map(({ version_id, code, item_id }) => [`${version_id} ${code}`, item_id]));
}

export async function selectUnitNames(db: Db, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await db.selectFrom('units').select(['code', 'name']).where('code', 'in', codes).execute();
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** An indicator of a plan in force, and what it measures. */
export interface Measuring {
  readonly item: number;
  readonly title: string;
  readonly plan: string;
  readonly measure: string;
}

export function selectMeasuring(db: Db, measure?: string): Promise<Measuring[]> {
  return db
    .selectFrom('plan_rows as r')
    .innerJoin('plan_versions as v', 'v.id', 'r.version_id')
    .innerJoin('plans as p', 'p.id', 'v.plan_id')
    .select(['r.item_id as item', 'r.title', 'p.title as plan', 'r.measure'])
    .$narrowType<{ measure: string }>()
    .where('v.state', '=', 'in_force')
    .where('r.kind', '=', 'indicator')
    .$if(measure !== undefined, (query) => query.where('r.measure', '=', measure!))
    .orderBy('p.title')
    .orderBy('r.item_id')
    .execute();
}
