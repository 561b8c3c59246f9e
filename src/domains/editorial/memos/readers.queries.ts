import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { ReadingMeans } from './memo.ts';
import type { ReadersFilter } from './memos.input.ts';
import { like, within, type Scope } from './report.queries.ts';

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

interface Part {
  readonly limit: number;
  readonly offset: number;
}

/** Whose readers, and which of them. */
export interface Sought {
  readonly memo: number;
  readonly scope: Scope;
  readonly filter: Omit<ReadersFilter, 'page'>;
}

/** Those of a dependency who have read, or who have not. */
interface Group {
  readonly unit: number | null;
  readonly read: boolean;
  readonly people: number;
}

const sought = ({ memo, scope, filter: { unit, state } }: Sought): RawBuilder<unknown> => sql`
  r.memo_id = ${memo} and ${within(scope)}
  ${unit === undefined ? sql`` : sql`and r.unit_id in (select a.unit_id from unit_ancestors a where a.ancestor_id = ${unit})`}
  ${state === undefined ? sql`` : state === 'read' ? sql`and r.means is not null` : state === 'unread' ? sql`and r.means is null` : sql`and r.means = ${state}`}`;

// A name is looked for where its index is.
const found = ({ memo, filter: { q } }: Sought): RawBuilder<unknown> =>
  q === ''
    ? sql`memo_recipients r`
    : sql`(select r.* from memo_recipients r join people p on p.id = r.person_id where r.memo_id = ${memo} and plain(p.name) like plain(${like(q)})
        union all select r.* from memo_recipients r where r.memo_id = ${memo} and r.person_id is null and plain(r.name) like plain(${like(q)})) r`;

/** How many there are of each dependency, in the order of the list: those who have not read first, then by dependency. */
async function selectGroups(db: Db, asked: Sought): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select r.unit_id as unit, r.means is not null as read, count(*)::int as people from ${found(asked)} left join units u on u.id = r.unit_id
    where ${sought(asked)} group by 1, 2, u.name order by 2, u.name, 1`.execute(db);
  return rows;
}

/** A part of the list: of a hundred thousand readers, only the groups that it touches are put in order. */
async function selectPart(db: Db, asked: Sought, groups: readonly Group[], { limit, offset }: Part): Promise<MemoReader[]> {
  const touched: Group[] = [];
  let before = 0;
  let left = 0;
  for (const group of groups) {
    if (before + group.people <= offset) left = before + group.people;
    else if (before < offset + limit) touched.push(group);
    before += group.people;
  }
  if (touched.length === 0) return [];
  const units = touched.map(({ unit }) => unit);
  const { rows } = await sql<MemoReader>`
    select r.id, r.person_id as person, coalesce(p.name, r.name) as name, u.name as "unitName", r.read_at as "readAt", r.means, r.reminders,
      r.sheet_id as sheet
    from ${found(asked)} left join people p on p.id = r.person_id left join units u on u.id = r.unit_id
    where ${sought(asked)} ${units.includes(null) ? sql`` : sql`and r.unit_id = any (${units}::bigint[])`}
      and (coalesce(r.unit_id, 0), r.means is not null) in (
        select t.unit, t.read from unnest(${units.map((unit) => unit ?? 0)}::bigint[], ${touched.map(({ read }) => read)}::boolean[]) t(unit, read))
    order by r.means is not null, u.name, r.unit_id, 3, r.id limit ${limit} offset ${offset - left}`.execute(db);
  return rows;
}

export async function selectReaders(db: Db, asked: Sought, part: Part): Promise<{ readers: MemoReader[]; total: number }> {
  const groups = await selectGroups(db, asked);
  return { readers: await selectPart(db, asked, groups, part), total: groups.reduce((sum, { people }) => sum + people, 0) };
}

/** All of them, read in parts so that any number fits in memory. */
export async function* selectEveryReader(db: Db, asked: Sought): AsyncGenerator<MemoReader> {
  const groups = await selectGroups(db, asked);
  for (let offset = 0; ; offset += 5_000) {
    const readers = await selectPart(db, asked, groups, { limit: 5_000, offset });
    yield* readers;
    if (readers.length < 5_000) return;
  }
}
