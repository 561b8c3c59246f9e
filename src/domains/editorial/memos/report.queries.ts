import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { MemoKind, MemoState, ReadingMeans } from './memo.ts';
import type { MemosFilter, ReadersFilter } from './memos.input.ts';
import { sheetColumns, sheetFrom, type WrittenSheet } from './sheets.queries.ts';

/** Which dependencies somebody sees the readings of; null: all. */
export type Scope = readonly number[] | null;

const within = (scope: Scope) => (scope === null ? sql`true` : sql`r.unit_id = any (${[...scope]}::bigint[])`);
const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

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
    select r.unit_id as unit, u.name, count(*)::int as people, count(r.means)::int as read,
      count(*) filter (where r.means = 'intranet')::int as intranet, count(*) filter (where r.means = 'print')::int as print,
      count(*) filter (where r.means = 'screen')::int as screen,
      percentile_cont(0.5) within group (order by extract(epoch from r.read_at - m.sent_at) / 3600) filter (where r.means = 'intranet') as hours,
      grouping(r.unit_id) = 1 as whole
    from memo_recipients r join memos m on m.id = r.memo_id left join units u on u.id = r.unit_id
    where r.memo_id = ${memo} and ${within(scope)}
    group by grouping sets ((r.unit_id, u.name), ()) order by whole, (count(*) - count(r.means)) desc, u.name`.execute(db);
  const parted = Object.groupBy(rows, ({ whole }) => (whole ? 'sum' : 'units'));
  const bare = ({ whole: _, ...reading }: UnitReading & { whole: boolean }): UnitReading => reading;
  return { units: (parted.units ?? []).map(bare), sum: bare(parted.sum![0]!) };
}

export interface MemoReader {
  readonly id: number;
  readonly person: string | null;
  readonly name: string;
  readonly unitName: string | null;
  readonly readAt: Date | null;
  readonly means: ReadingMeans | null;
  readonly reminders: number;
  readonly sheet: number | null;
}

const readers = (memo: number, scope: Scope, { q, unit, state }: Omit<ReadersFilter, 'page'>): RawBuilder<unknown> => sql`
  r.memo_id = ${memo} and ${within(scope)}
  ${unit === undefined ? sql`` : sql`and r.unit_id in (select a.unit_id from unit_ancestors a where a.ancestor_id = ${unit})`}
  ${state === undefined ? sql`` : state === 'read' ? sql`and r.read_at is not null` : state === 'unread' ? sql`and r.read_at is null` : sql`and r.means = ${state}`}
  ${q === '' ? sql`` : sql`and plain(coalesce(p.name, r.name)) like plain(${like(q)})`}`;

export async function selectReaders(
  db: Db,
  memo: number,
  scope: Scope,
  filter: Omit<ReadersFilter, 'page'>,
  { limit, offset }: { limit: number; offset: number },
): Promise<MemoReader[]> {
  const { rows } = await sql<MemoReader>`
    select r.id, r.person_id as person, coalesce(p.name, r.name) as name, u.name as "unitName", r.read_at as "readAt", r.means, r.reminders,
      r.sheet_id as sheet
    from memo_recipients r left join people p on p.id = r.person_id left join units u on u.id = r.unit_id
    where ${readers(memo, scope, filter)} order by r.read_at is not null, u.name, 3, r.id limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

export async function countReaders(db: Db, memo: number, scope: Scope, filter: Omit<ReadersFilter, 'page'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from memo_recipients r ${filter.q === '' ? sql`` : sql`left join people p on p.id = r.person_id`}
    where ${readers(memo, scope, filter)}`.execute(db);
  return rows[0]!.count;
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
  ${q === '' ? sql`` : sql`and plain(m.label || ' ' || case when m.class in ('public', 'internal') then v.title else '' end) like plain(${like(q)})`}`;

/** The last signed first; the readings of those of the page alone are counted. */
export async function selectMemoList(
  db: Db,
  person: string | null,
  scope: Scope,
  filter: Omit<MemosFilter, 'page'>,
  { limit, offset }: { limit: number; offset: number },
): Promise<ListedMemo[]> {
  const { rows } = await sql<ListedMemo>`
    with found as materialized (
      select m.id, m.piece_id, m.label, case when m.class in ('public', 'internal') then v.title else '' end as title, m.kind, m.unit_id,
        m.signed_name, m.signed_at, m.sent_at, m.state
      from memos m join piece_versions v on v.id = m.version_id
      where ${listed(person, scope, filter)} order by m.signed_at desc, m.id desc limit ${limit} offset ${offset})
    select f.id, f.piece_id as piece, f.label, f.title, f.kind, u.name as "unitName", f.signed_name as "signedName", f.signed_at as "signedAt",
      f.sent_at as "sentAt", f.state, coalesce(c.people, 0) as people, coalesce(c.read, 0) as read
    from found f join units u on u.id = f.unit_id
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
  }>`select count(*)::int as count from (select from memos m join piece_versions v on v.id = m.version_id
    where ${listed(person, scope, filter)} limit ${most}) x`.execute(db);
  return rows[0]!.count;
}
