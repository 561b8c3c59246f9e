import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { Fact } from './facts.ts';

export async function insertFacts(db: Db, facts: readonly Fact[]): Promise<void> {
  if (facts.length === 0) return;
  await db.insertInto('facts').values(facts.map((fact) => ({
    day: fact.day, measure: fact.measure, amount: fact.amount, item_id: fact.item ?? null, unit_id: fact.unit ?? null,
    channel: fact.channel ?? null, segment: fact.segment ?? null, region: fact.region ?? null, section: fact.section ?? null,
    record_type: fact.record.type, record_id: fact.record.id, event_id: fact.event ?? null,
  }))).onConflict((conflict) => conflict.doNothing()).execute();
}

export async function lockRecord(db: Db, measure: string, record: Fact['record']): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${measure}), hashtext(${`${record.type} ${record.id}`}))`.execute(db);
}

export async function hasFactOf(db: Db, item: number, measure: string, record: Fact['record']): Promise<boolean> {
  return (await db.selectFrom('facts').select('id').where('item_id', '=', item).where('measure', '=', measure)
    .where('record_type', '=', record.type).where('record_id', '=', record.id).limit(1).executeTakeFirst()) !== undefined;
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

export interface MonthSum { readonly key: number; readonly month: Day; readonly amount: number; readonly entries: number; readonly lastOn: Day }

/** The wanted facts added up by month, from the sums by day. `key` is the place in `wanted`. One statement for a whole board. */
export async function selectMonths(db: Db, wanted: readonly Wanted[], from: Day, to: Day): Promise<MonthSum[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<MonthSum>`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(wanted.map((one, key) => ({ key, ...one })))}::jsonb)
        as w(key int, measure text, units bigint[], channels text[], segment text, section text, region text)
    )
    select w.key, date_trunc('month', f.day)::date as month, sum(f.amount) as amount, sum(f.entries) as entries, max(f.day) as "lastOn"
    from wanted w join fact_days f on f.measure = w.measure and f.day between ${from} and ${to}
      and (w.units is null or f.unit_id = any (w.units)) and (w.channels is null or f.channel = any (w.channels))
      and (w.segment is null or f.segment = w.segment) and (w.section is null or f.section = w.section)
      and (w.region is null or f.region = w.region)
    group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

export interface FactRow { readonly day: Day; readonly amount: number; readonly item: number | null; readonly unitName: string | null; readonly section: string | null; readonly recordType: string; readonly recordId: string; readonly title: string | null }

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
  const rows = await db.selectFrom('units as u').innerJoin('unit_ancestors as a', 'a.ancestor_id', 'u.id').select(['u.code', 'a.unit_id as unit']).where('u.code', 'in', codes).execute();
  return new Map([...Map.groupBy(rows, ({ code }) => code)].map(([code, units]) => [code, units.map(({ unit }) => unit)]));
}

/** The channels of each class in one version of a plan. */
export async function selectChannelsOfClass(db: Db, version: number): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom('plan_channels').select(['class', 'code']).where('version_id', '=', version).execute();
  return new Map([...Map.groupBy(rows, (row) => row.class)].map(([name, channels]) => [name, channels.map(({ code }) => code)]));
}
