import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { MemoKind, MemoState } from './memo.ts';
import type { MemosFilter } from './memos.input.ts';
import { sheetColumns, sheetFrom, type WrittenSheet } from './sheets.queries.ts';

/** Which dependencies somebody sees the readings of; null: all. */
export type Scope = readonly number[] | null;

export const within = (scope: Scope) => (scope === null ? sql`true` : sql`r.unit_id = any (${[...scope]}::bigint[])`);
export const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

export interface UnitReading {
  readonly unit: number | null;
  readonly name: string | null;
  readonly people: number;
  readonly read: number;
  readonly intranet: number;
  readonly print: number;
  readonly screen: number;
  /** Of those who said so themselves, the middle one's hours. */
  readonly hours: number | null;
}

/** How a memo is read in each dependency; grouped whole, the last row without a name is the sum. */
export async function selectReadings(db: Db, memo: number, scope: Scope): Promise<{ units: UnitReading[]; sum: UnitReading }> {
  const { rows } = await sql<UnitReading & { whole: boolean }>`
    with counted as (
      select r.unit_id as unit, count(*)::int as people, count(r.means)::int as read,
        count(*) filter (where r.means = 'intranet')::int as intranet, count(*) filter (where r.means = 'print')::int as print,
        count(*) filter (where r.means = 'screen')::int as screen,
        percentile_cont(0.5) within group (order by extract(epoch from r.read_at)::float8) filter (where r.means = 'intranet') as at,
        grouping(r.unit_id) = 1 as whole
      from memo_recipients r where r.memo_id = ${memo} and ${within(scope)} group by grouping sets ((r.unit_id), ()))
    select c.unit, u.name, c.people, c.read, c.intranet, c.print, c.screen,
      (c.at - (select extract(epoch from m.sent_at)::float8 from memos m where m.id = ${memo})) / 3600 as hours, c.whole
    from counted c left join units u on u.id = c.unit order by c.whole, c.people - c.read desc, u.name`.execute(db);
  const parted = Object.groupBy(rows, ({ whole }) => (whole ? 'sum' : 'units'));
  const bare = ({ whole: _, ...reading }: UnitReading & { whole: boolean }): UnitReading => reading;
  return { units: (parted.units ?? []).map(bare), sum: bare(parted.sum![0]!) };
}

/** The lists that were noted as they hold now, also those that were taken back; the last first. */
export async function selectSheets(db: Db, memo: number, scope: Scope): Promise<WrittenSheet[]> {
  const { rows } = await sql<WrittenSheet>`select ${sheetColumns} from ${sheetFrom}
    where r.memo_id = ${memo} and c.id is null and ${within(scope)} order by r.id desc limit 100`.execute(db);
  return rows;
}

export interface ListedMemo {
  readonly id: number;
  readonly piece: number;
  readonly label: string;
  readonly title: string;
  readonly kind: MemoKind;
  readonly unitName: string;
  readonly signedName: string;
  readonly signedAt: Date;
  readonly sentAt: Date | null;
  readonly state: MemoState;
  readonly people: number;
  readonly read: number;
}

/** Whoever may see them all; else what he signed, and what was sent to the dependencies that he leads or speaks for. */
const seen = (person: string | null, scope: Scope) =>
  scope === null
    ? sql`true`
    : sql`(m.signed_by = ${person} or exists (select from memo_recipients r where r.memo_id = m.id and ${within(scope)}))`;

const listed = (
  person: string | null,
  scope: Scope,
  { q, kind, state, unit }: Omit<MemosFilter, 'page'>,
): RawBuilder<unknown> => sql`${seen(person, scope)}
  ${kind === undefined ? sql`` : sql`and m.kind = ${kind}`}
  ${state === undefined ? sql`` : sql`and m.state = ${state}`}
  ${unit === undefined ? sql`` : sql`and m.unit_id in (select a.unit_id from unit_ancestors a where a.ancestor_id = ${unit})`}
  ${q === '' ? sql`` : sql`and plain(m.words) like plain(${like(q)})`}`;

/** The last signed first, or those that come `after` one; the readings of these alone are counted. */
export async function selectMemoList(
  db: Db,
  person: string | null,
  scope: Scope,
  filter: Omit<MemosFilter, 'page'>,
  { limit, offset = 0, after = null }: { limit: number; offset?: number; after?: number | null },
): Promise<ListedMemo[]> {
  const { rows } = await sql<ListedMemo>`
    with found as materialized (
      select m.* from memos m where ${listed(person, scope, filter)}
      ${after === null ? sql`` : sql`and (m.signed_at, m.id) < (select o.signed_at, o.id from memos o where o.id = ${after})`}
      order by m.signed_at desc, m.id desc limit ${limit} offset ${offset})
    select f.id, f.piece_id as piece, f.label, case when f.class in ('public', 'internal') then v.title else '' end as title, f.kind, u.name as "unitName", f.signed_name as "signedName", f.signed_at as "signedAt",
      f.sent_at as "sentAt", f.state, coalesce(c.people, 0) as people, coalesce(c.read, 0) as read
    from found f join units u on u.id = f.unit_id join piece_versions v on v.id = f.version_id
    left join lateral (select count(*)::int as people, count(r.means)::int as read from memo_recipients r
      where r.memo_id = f.id and ${within(scope)}) c on true
    order by f.signed_at desc, f.id desc`.execute(db);
  return rows;
}

/** How many there are, counted no further than `most`, and how many of those that are out still wait for some reader. */
export async function countMemos(
  db: Db,
  person: string | null,
  scope: Scope,
  filter: Omit<MemosFilter, 'page'>,
  most: number,
): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from (select from memos m
    where ${listed(person, scope, filter)} limit ${most}) x`.execute(db);
  return rows[0]!.count;
}
