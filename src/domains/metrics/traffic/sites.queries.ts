import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { PathRule } from './path-rules.ts';
import type { NewSite, SitesFilter } from './sites.input.ts';

/** Another web site of the institution. */
export interface Site {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly hosts: readonly string[];
  readonly rules: readonly PathRule[];
  readonly unit: number | null;
  readonly unitName: string | null;
  readonly closedAt: Date | null;
  readonly version: number;
}

export interface ListedSite extends Site {
  /** Of the last thirty days, by our own collector. */
  readonly views: number;
  readonly sessions: number;
  /** The last day on which our own collector counted something there. */
  readonly lastOn: string | null;
}

const columns = sql`s.id, s.code, s.name, s.hosts, s.rules, s.unit_id as unit, u.name as "unitName", s.closed_at as "closedAt", s.version`;

// A site that has been silent for longer waits again.
const lastOn = (today: string) =>
  sql`(select max(day) from visit_days d where d.site_id = s.id and d.origin = 'own' and d.day > ${today}::date - 400)`;

const wanted = ({ q, state }: Pick<SitesFilter, 'q' | 'state'>, today: string): RawBuilder<unknown> => sql`
  ${q === '' ? sql`true` : sql`plain(s.name || ' ' || array_to_string(s.hosts, ' ')) like '%' || plain(${q}) || '%'`}
  ${
    state === undefined
      ? sql``
      : state === 'closed'
        ? sql`and s.closed_at is not null`
        : sql`and s.closed_at is null and ${lastOn(today)} is ${state === 'counting' ? sql`not null` : sql`null`}`
  }`;

/** Some of them by name, those that are closed last; what was counted is added up for these alone. */
async function listed(
  db: Db,
  where: RawBuilder<unknown>,
  today: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<ListedSite[]> {
  const { rows } = await sql<ListedSite>`
    with s as materialized (select * from sites s where ${where} order by closed_at is not null, plain(name), id limit ${limit} offset ${offset})
    select ${columns}, coalesce(v.views, 0) as views, coalesce(v.sessions, 0) as sessions, ${lastOn(today)} as "lastOn"
    from s left join units u on u.id = s.unit_id
    left join (select site_id, sum(views) as views, sum(begun) as sessions from visit_days
      where day > ${today}::date - 30 and origin = 'own' and site_id in (select id from s) group by site_id) v on v.site_id = s.id
    order by s.closed_at is not null, plain(s.name), s.id`.execute(db);
  return rows;
}

export const selectSites = (
  db: Db,
  filter: Pick<SitesFilter, 'q' | 'state'>,
  today: string,
  part: { limit: number; offset: number },
): Promise<ListedSite[]> => listed(db, wanted(filter, today), today, part);

export const selectListedSite = async (db: Db, id: number, today: string): Promise<ListedSite | undefined> =>
  (await listed(db, sql`s.id = ${id}`, today, { limit: 1, offset: 0 }))[0];

export async function countSites(db: Db, filter: Pick<SitesFilter, 'q' | 'state'>, today: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from sites s where ${wanted(filter, today)}`.execute(db);
  return rows[0]!.count;
}

/** How many are counted now, and their views of the last thirty days. */
export async function sumSites(db: Db, today: string): Promise<{ counting: number; views: number }> {
  const { rows } = await sql<{ counting: number; views: number }>`
    with s as materialized (select id from sites s where ${wanted({ q: '', state: 'counting' }, today)})
    select (select count(*)::int from s) as counting, coalesce(sum(views), 0) as views from visit_days
    where day > ${today}::date - 30 and origin = 'own' and site_id in (select id from s)`.execute(db);
  return rows[0]!;
}

export async function selectSite(db: Db, id: number): Promise<Site | undefined> {
  const { rows } = await sql<Site>`select ${columns} from sites s left join units u on u.id = s.unit_id where s.id = ${id}`.execute(db);
  return rows[0];
}

/** Those that are counted now, for whoever takes their views in. */
export async function selectOpenSites(db: Db): Promise<Pick<Site, 'id' | 'code' | 'hosts' | 'rules'>[]> {
  return db
    .selectFrom('sites')
    .select(['id', 'code', 'hosts', sql<PathRule[]>`rules`.as('rules')])
    .where('closed_at', 'is', null)
    .execute();
}

export async function siteNames(db: Db): Promise<{ id: number; code: string; name: string; unit: number | null }[]> {
  return db
    .selectFrom('sites')
    .select(['id', 'code', 'name', 'unit_id as unit'])
    .orderBy(sql`plain(name)`)
    .limit(1000)
    .execute();
}

export async function isSiteNamed(db: Db, name: string, but: number | null): Promise<boolean> {
  const { rows } = await sql`select 1 from sites where plain(name) = plain(${name}) and id is distinct from ${but}::bigint`.execute(db);
  return rows.length > 0;
}

export async function isCodeTaken(db: Db, code: string): Promise<boolean> {
  return (await db.selectFrom('sites').select('id').where('code', '=', code).executeTakeFirst()) !== undefined;
}

export async function insertSite(db: Db, said: NewSite & { code: string; by: string | null }, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('sites')
    .values({
      code: said.code,
      name: said.name,
      hosts: said.hosts,
      rules: JSON.stringify(said.rules),
      unit_id: said.unit,
      created_by: said.by,
      created_at: now,
      changed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @returns whether it still was at that version */
export async function updateSite(db: Db, id: number, version: number, said: NewSite, now: Date): Promise<boolean> {
  const { rows } =
    await sql`update sites set name = ${said.name}, hosts = ${said.hosts}::text[], rules = ${JSON.stringify(said.rules)}::jsonb,
    unit_id = ${said.unit}::bigint, changed_at = ${now}, version = version + 1 where id = ${id} and version = ${version} returning id`.execute(
      db,
    );
  return rows.length > 0;
}

export async function closeSiteRow(db: Db, id: number, closedAt: Date | null, now: Date): Promise<void> {
  await db.updateTable('sites').set({ closed_at: closedAt, changed_at: now }).where('id', '=', id).execute();
}
