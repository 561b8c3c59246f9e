import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { PathRule } from './path-rules.ts';
import type { NewSite } from './sites.input.ts';

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
  /** The last day on which something was counted there. */
  readonly lastOn: string | null;
}

const columns = sql`s.id, s.code, s.name, s.hosts, s.rules, s.unit_id as unit, u.name as "unitName", s.closed_at as "closedAt", s.version`;

export async function selectSites(db: Db, words: string, today: string): Promise<ListedSite[]> {
  const { rows } = await sql<ListedSite>`
    select ${columns}, coalesce(v.views, 0) as views, coalesce(v.sessions, 0) as sessions,
      (select max(day) from visit_days d where d.site_id = s.id and d.day > ${today}::date - 400) as "lastOn"
    from sites s left join units u on u.id = s.unit_id
    left join (select site_id, sum(views) as views, sum(begun) as sessions from visit_days
      where day > ${today}::date - 30 and origin = 'own' group by site_id) v on v.site_id = s.id
    where plain(s.name || ' ' || array_to_string(s.hosts, ' ')) like '%' || plain(${words}) || '%'
    order by s.closed_at is not null, plain(s.name), s.id limit 1000`.execute(db);
  return rows;
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
