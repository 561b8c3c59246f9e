import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { Fact } from './facts.ts';

export async function insertFacts(db: Db, facts: readonly Fact[]): Promise<void> {
  if (facts.length === 0) return;
  await db
    .insertInto('facts')
    .values(
      facts.map((fact) => ({
        day: fact.day,
        measure: fact.measure,
        amount: fact.amount,
        item_id: fact.item ?? null,
        unit_id: fact.unit ?? null,
        channel: fact.channel ?? null,
        segment: fact.segment ?? null,
        region: fact.region ?? null,
        section: fact.section ?? null,
        record_type: fact.record.type,
        record_id: fact.record.id,
        event_id: fact.event ?? null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function lockRecord(db: Db, measure: string, record: Fact['record']): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${measure}), hashtext(${`${record.type} ${record.id}`}))`.execute(db);
}

export async function hasFactOf(db: Db, item: number, measure: string, record: Fact['record']): Promise<boolean> {
  return (
    (await db
      .selectFrom('facts')
      .select('id')
      .where('item_id', '=', item)
      .where('measure', '=', measure)
      .where('record_type', '=', record.type)
      .where('record_id', '=', record.id)
      .limit(1)
      .executeTakeFirst()) !== undefined
  );
}

/** Which facts an indicator counts: its measure, narrowed. Null or absent: not narrowed by that. */
export interface Wanted {
  readonly measure: string;
  readonly units: readonly number[] | null;
  readonly channels: readonly string[] | null;
  readonly segment: string | null;
  readonly section: string | null;
  readonly region: string | null;
}

export interface MonthSum {
  readonly key: number;
  readonly month: Day;
  readonly amount: number;
  readonly entries: number;
  readonly lastOn: Day;
}

/**
 * The wanted facts added up by month, up to a day: whole months from the sums by month, the one that `to` cuts from the sums by
 * day. `key` is the place in `wanted`. One statement for a whole board, in which alike wishes are looked up once.
 */
export async function selectMonths(db: Db, wanted: readonly Wanted[], from: Day, to: Day): Promise<MonthSum[]> {
  if (wanted.length === 0) return [];
  const alike = [...new Set(wanted.map((one) => JSON.stringify(one)))];
  const cut = `${to.slice(0, 7)}-01`;
  const { rows } = await sql<MonthSum>`
    with wanted as materialized (
      select w.*, (ordinality - 1)::int as key from jsonb_array_elements(${`[${alike.join(',')}]`}::jsonb) with ordinality as e(one, ordinality),
        jsonb_to_record(e.one) as w(measure text, units bigint[], channels text[], segment text, section text, region text)
    ), sums as materialized (
      select measure, month, unit_id, channel, segment, section, region, sum(amount) as amount, sum(entries) as entries, max(last_on) as last_on
      from fact_months
      where measure in (select measure from wanted) and month >= date_trunc('month', ${from}::date) and month < ${cut}
      group by 1, 2, 3, 4, 5, 6, 7
      union all
      select measure, ${cut}::date, unit_id, channel, segment, section, region, sum(amount), sum(entries), max(day)
      from fact_days
      where measure in (select measure from wanted) and day between ${cut} and ${to}
      group by 1, 2, 3, 4, 5, 6, 7
    )
    select w.key, s.month, sum(s.amount) as amount, sum(s.entries) as entries, max(s.last_on) as "lastOn"
    from wanted w join sums s on s.measure = w.measure
      and (w.units is null or s.unit_id = any (w.units)) and (w.channels is null or s.channel = any (w.channels))
      and (w.segment is null or s.segment = w.segment) and (w.section is null or s.section = w.section)
      and (w.region is null or s.region = w.region)
    group by 1, 2 order by 1, 2`.execute(db);
  const sums = Map.groupBy(rows, ({ key }) => key);
  return wanted.flatMap((one, key) => (sums.get(alike.indexOf(JSON.stringify(one))) ?? []).map((sum) => ({ ...sum, key })));
}

export interface FactRow {
  readonly day: Day;
  readonly amount: number;
  readonly item: number | null;
  readonly unitName: string | null;
  readonly section: string | null;
  readonly recordType: string;
  readonly recordId: string;
  readonly title: string | null;
}

/** The records that make a figure up, newest first. */
export async function selectFacts(db: Db, wanted: Wanted, from: Day, to: Day, limit: number, offset: number): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    select f.day, f.amount, f.item_id as item, u.name as "unitName", f.section, f.record_type as "recordType", f.record_id as "recordId",
           (select r.title from plan_rows r where r.item_id = f.item_id order by r.version_id desc limit 1) as title
    from facts f left join units u on u.id = f.unit_id
    where f.measure = ${wanted.measure} and f.day between ${from} and ${to}
      and (${wanted.units}::bigint[] is null or f.unit_id = any (${wanted.units}::bigint[]))
      and (${wanted.channels}::text[] is null or f.channel = any (${wanted.channels}::text[]))
      and (${wanted.segment}::text is null or f.segment = ${wanted.segment}) and (${wanted.section}::text is null or f.section = ${wanted.section})
      and (${wanted.region}::text is null or f.region = ${wanted.region})
    order by f.day desc, f.id desc limit ${limit} offset ${offset}`.execute(db);
  return rows;
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

/** The channels of each class in one version of a plan. */
export async function selectChannelsOfClass(db: Db, version: number): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom('plan_channels').select(['class', 'code']).where('version_id', '=', version).execute();
  return new Map([...Map.groupBy(rows, (row) => row.class)].map(([name, channels]) => [name, channels.map(({ code }) => code)]));
}
