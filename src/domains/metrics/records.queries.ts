import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import { counted, type Wanted, wishedFor, wishes } from './wanted.queries.ts';

/** A record that a figure counts, as the ledger has it. */
export interface FactRow {
  readonly id: number;
  readonly day: Day;
  readonly amount: number;
  readonly base: number;
  readonly activity: number | null;
  readonly campaign: number | null;
  readonly piece: number | null;
  readonly unitName: string | null;
  readonly channels: readonly string[];
  readonly classes: readonly string[];
  readonly kind: string | null;
  readonly line: string | null;
  readonly section: string | null;
  readonly tool: string | null;
  readonly recordType: string;
  readonly recordId: string;
}

/** The last one of a page, after which the next begins. */
export interface Place {
  readonly day: Day;
  readonly id: number;
}

/** The facts counted between two days, newest first: read along `facts_measure`, so that any page costs as the first. */
export async function selectFacts(
  db: Db,
  wanted: Wanted,
  { from, to, after, limit }: { from: Day; to: Day; after?: Place | undefined; limit: number },
): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    select f.id, f.day, f.amount, f.base, f.activity_id as activity, f.campaign_id as campaign, f.piece_id as piece, u.name as "unitName",
           f.channels, f.classes, f.kind, f.line, f.section, f.tool, f.record_type as "recordType", f.record_id as "recordId"
    from facts f left join units u on u.id = f.unit_id
    where ${counted('f', wanted)} and f.day between ${from} and ${to}
      ${after ? sql`and f.day <= ${after.day} and (f.day, f.id) < (${after.day}::date, ${after.id}::bigint)` : sql``}
    order by f.day desc, f.id desc limit ${limit}`.execute(db);
  return rows;
}

/** What a measure counted of one dependency, class, line …; a thing with several of them is in each. */
export interface PartSum {
  readonly part: PartName;
  readonly value: string;
  readonly amount: number;
  readonly base: number;
  readonly entries: number;
}

const partNames = ['unit', 'kind', 'line', 'channel', 'class', 'segment', 'region', 'section', 'tool'] as const;
export type PartName = (typeof partNames)[number];

const listed = { channel: 'channels', class: 'classes', segment: 'segments', region: 'regions' } as const;

/** What was counted by each part that a measure has, the largest first, from the sums by month that begin between two days. */
export async function selectParts(db: Db, wanted: Wanted, from: Day, to: Day): Promise<PartSum[]> {
  const of = (part: PartName) => {
    const value =
      part === 'unit'
        ? sql`(select u.code from units u where u.id = m.unit_id)`
        : part in listed
          ? sql`unnest(m.${sql.ref(listed[part as keyof typeof listed])})`
          : sql`m.${sql.ref(part)}`;
    return sql`select ${sql.lit(part)} as part, ${value} as value, m.amount, m.base, m.entries from m`;
  };
  const { rows } = await sql<PartSum>`
    with m as materialized (
      select * from fact_months m where ${counted('m', wanted)} and m.month between date_trunc('month', ${from}::date) and ${to}
    ), parts as (${sql.join(partNames.map(of), sql` union all `)})
    select part, value, sum(amount) as amount, sum(base) as base, sum(entries) as entries
    from parts where value <> '' group by 1, 2 order by 1, 3 desc, 2`.execute(db);
  return rows;
}

/** What of each wish was counted of each dependency, in the months that begin between two days; null is of none. */
export async function selectUnitSums(
  db: Db,
  wanted: readonly Wanted[],
  from: Day,
  to: Day,
): Promise<{ key: number; unit: string | null; amount: number }[]> {
  const { rows } = await sql<{ key: number; unit: string | null; amount: number }>`
    with w as materialized (${wishes(wanted)})
    select w.key, u.code as unit, sum(m.amount) as amount
    from w join fact_months m on ${wishedFor('m')} left join units u on u.id = m.unit_id
    where m.month between date_trunc('month', ${from}::date) and ${to}
    group by 1, 2`.execute(db);
  return rows;
}

/** What was counted of each measure by the ledger since a day: for the catalogue, in one statement. */
export async function selectTotals(db: Db, from: Day): Promise<{ measure: string; entries: number; lastOn: Day }[]> {
  const { rows } = await sql<{ measure: string; entries: number; lastOn: Day }>`
    select measure, sum(entries) as entries, max(last_on) as "lastOn" from fact_months where month >= date_trunc('month', ${from}::date)
    group by 1`.execute(db);
  return rows;
}

export async function selectActivityTitles(db: Db, items: readonly number[]): Promise<Map<number, string>> {
  if (items.length === 0) return new Map();
  const { rows } = await sql<{ item: number; title: string }>`
    select distinct on (item_id) item_id as item, title from plan_rows where item_id = any (${items}::bigint[])
    order by item_id, version_id desc`.execute(db);
  return new Map(rows.map(({ item, title }) => [item, title]));
}
