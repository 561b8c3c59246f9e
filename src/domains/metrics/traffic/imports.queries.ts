import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { VisitOrigin } from './board.input.ts';
import type { VisitColumn } from './import-columns.ts';
import type { ReadVisit, VisitFault } from './import-rows.ts';
import type { visitImportStates, VisitImportsFilter } from './imports.input.ts';

export type VisitImportState = (typeof visitImportStates)[number];

/** A file of what another system counted, on its way in. */
export interface VisitImport {
  readonly id: number;
  readonly name: string;
  readonly file: string;
  readonly origin: Exclude<VisitOrigin, 'own'>;
  /** Null while nobody said it; 0 is the portal. */
  readonly site: number | null;
  /** Null of the portal, and while nobody said it. */
  readonly siteName: string | null;
  readonly heads: readonly string[];
  readonly columns: readonly VisitColumn[];
  readonly state: VisitImportState;
  readonly rows: number;
  readonly faulted: number;
  readonly views: number;
  readonly sessions: number;
  readonly leftOut: number;
  readonly error: string | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
}

const columns = sql`i.id, i.name, i.file_id as file, i.origin, i.site_id as site, s.name as "siteName", i.heads, i.columns, i.state, i.rows, i.faulted, i.views, i.sessions,
  i.left_out as "leftOut", i.error, p.name as "createdBy", i.created_at as "createdAt"`;
const from = sql`visit_imports i left join people p on p.id = i.created_by left join sites s on s.id = i.site_id`;

type Filter = Omit<VisitImportsFilter, 'page'>;
const wanted = ({ q, state, origin }: Filter) => sql`
  ${q === '' ? sql`true` : sql`plain(i.name) like '%' || plain(${q}) || '%'`}
  ${state === undefined ? sql`` : sql`and i.state = ${state}`} ${origin === undefined ? sql`` : sql`and i.origin = ${origin}`}`;

/** The last first. */
export async function selectVisitImports(db: Db, filter: Filter, part: { limit: number; offset: number }): Promise<VisitImport[]> {
  const { rows } = await sql<VisitImport>`select ${columns} from ${from} where ${wanted(filter)}
    order by i.created_at desc, i.id desc limit ${part.limit} offset ${part.offset}`.execute(db);
  return rows;
}

export async function countVisitImports(db: Db, filter: Filter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from visit_imports i where ${wanted(filter)}`.execute(db);
  return rows[0]!.count;
}

export async function selectVisitImport(db: Db, id: number, lock = false): Promise<VisitImport | undefined> {
  const { rows } = await sql<VisitImport>`select ${columns} from ${from} where i.id = ${id} ${lock ? sql`for update of i` : sql``}`.execute(
    db,
  );
  return rows[0];
}

export async function insertVisitImport(
  db: Db,
  given: Pick<VisitImport, 'name' | 'file' | 'origin' | 'heads' | 'columns'> & { size: number; by: string | null },
  now: Date,
): Promise<number> {
  const { name, file, origin, size, by } = given;
  const { id } = await db
    .insertInto('visit_imports')
    .values({
      name,
      file_id: file,
      origin,
      size,
      heads: [...given.heads],
      columns: [...given.columns],
      state: 'matching',
      created_by: by,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function startVisitImport(db: Db, given: Pick<VisitImport, 'id' | 'origin' | 'columns'> & { site: number }): Promise<void> {
  const { id, origin, site } = given;
  await db
    .updateTable('visit_imports')
    .set({ origin, site_id: site, columns: [...given.columns], state: 'running' })
    .where('id', '=', id)
    .execute();
}

export async function endVisitImport(db: Db, id: number, state: VisitImportState, now: Date, error: string | null = null): Promise<void> {
  await db
    .updateTable('visit_imports')
    .set({ state, error, ended_at: now, worker: null, claimed_until: null })
    .where('id', '=', id)
    .execute();
}

export async function selectNextVisitImport(db: Db): Promise<Date | null> {
  const { rows } = await sql<{ due: Date | null }>`
    select min(coalesce(claimed_until, 'epoch'::timestamptz)) as due from visit_imports where state = 'running'`.execute(db);
  return rows[0]!.due;
}

/** Takes one up that nobody is at, from the start; or goes on with one's own. */
export async function claimVisitImport(db: Db, worker: string, now: Date, until: Date): Promise<VisitImport | undefined> {
  const { rows } = await sql<{ id: number }>`
    update visit_imports set claimed_until = ${until}, worker = ${worker} where id = (
      select id from visit_imports where state = 'running' and (worker = ${worker} or claimed_until is null or claimed_until < ${now})
      order by id limit 1 for update skip locked) returning id`.execute(db);
  return rows[0] && selectVisitImport(db, rows[0].id);
}

/** Nothing of it is read yet: what a worker that is gone had read is read again. */
export async function clearVisitImport(db: Db, id: number): Promise<void> {
  await sql`delete from visit_import_rows where import_id = ${id}`.execute(db);
  await sql`delete from visit_import_faults where import_id = ${id}`.execute(db);
  await sql`update visit_imports set rows = 0, faulted = 0 where id = ${id}`.execute(db);
}

export async function insertVisitRows(
  db: Db,
  id: number,
  rows: number,
  read: readonly ReadVisit[],
  faults: readonly VisitFault[],
): Promise<void> {
  await sql`insert into visit_import_rows (import_id, day, section, source, views, sessions, begun, visitor)
    select ${id}::bigint, * from json_to_recordset(${JSON.stringify(read)}::json)
      as r(day date, section text, source text, views bigint, sessions bigint, begun bigint, visitor text)`.execute(db);
  await sql`insert into visit_import_faults (import_id, row, cells, problem, value)
    select ${id}::bigint, (one->>'row')::bigint, array(select jsonb_array_elements_text(one->'cells')), one->>'problem', one->>'value'
    from jsonb_array_elements(${JSON.stringify(faults)}::jsonb) one on conflict do nothing`.execute(db);
  await sql`update visit_imports set rows = rows + ${rows}, faulted = faulted + ${faults.length} where id = ${id}`.execute(db);
}

/**
 * Adds up what was read: on the days that the file has, it takes the place of what the same system had told before, and leaves out the days
 * that our own collector counted. Visitors whom the other system told apart are sessions, once a day and in each section.
 */
export async function addUpVisitImport(db: Db, { id, site, origin }: Pick<VisitImport, 'id' | 'site' | 'origin'>): Promise<void> {
  await sql`update visit_imports set left_out = (select count(distinct day) from visit_import_rows r where import_id = ${id}
    and exists (select from visit_days d where d.day = r.day and d.site_id = ${site} and d.origin = 'own')) where id = ${id}`.execute(db);
  await sql`update visit_days set views = 0, sessions = 0, begun = 0 where site_id = ${site} and origin = ${origin}
    and day in (select day from visit_import_rows where import_id = ${id})`.execute(db);
  await sql`
    with taken as materialized (
      select r.*, row_number() over (partition by day, visitor order by source = 'inside', section) as of_day,
        row_number() over (partition by day, section, visitor order by source = 'inside') as of_section
      from visit_import_rows r where import_id = ${id}
      and not exists (select from visit_days d where d.day = r.day and d.site_id = ${site} and d.origin = 'own')),
    counted as (
      select day, section, source, sum(views) as views,
        sum(case when visitor is null then sessions else (of_section = 1)::int end) as sessions,
        sum(case when visitor is null then begun else (of_day = 1)::int end) as begun
      from taken group by 1, 2, 3)
    insert into visit_days as d (day, site_id, section, source, origin, views, sessions, begun)
    select day, ${site}, section, source, ${origin}, views, sessions, begun from counted order by 1, 3, 4
    on conflict (day, site_id, section, source, origin) do update
      set views = excluded.views, sessions = excluded.sessions, begun = excluded.begun`.execute(db);
  await sql`update visit_imports i set (views, sessions) = (
    select coalesce(sum(d.views), 0), coalesce(sum(d.begun), 0) from visit_days d where d.site_id = ${site} and d.origin = ${origin}
      and d.day in (select day from visit_import_rows where import_id = ${id})) where i.id = ${id}`.execute(db);
}

export async function firstDayOf(db: Db, id: number): Promise<string | null> {
  return (await sql<{ day: string | null }>`select min(day) as day from visit_import_rows where import_id = ${id}`.execute(db)).rows[0]!
    .day;
}

export async function forgetVisitRows(db: Db, id: number): Promise<void> {
  await sql`delete from visit_import_rows where import_id = ${id}`.execute(db);
}

export async function selectVisitFaults(db: Db, id: number, after: number, limit: number): Promise<VisitFault[]> {
  const { rows } =
    await sql<VisitFault>`select row, cells, problem, value from visit_import_faults where import_id = ${id} and row > ${after}
    order by row limit ${limit}`.execute(db);
  return rows;
}

/** Wakes whoever looks at an import; nothing is told of it. */
export async function showVisitImport(db: Db, id: number): Promise<void> {
  await sql`select pg_notify('live', ${JSON.stringify({ topic: 'visit_imports', event: 'visit_import.moved', id })})`.execute(db);
}
