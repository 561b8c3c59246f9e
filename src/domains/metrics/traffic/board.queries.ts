import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { VisitOrigin } from './board.input.ts';
import type { Source } from './sources.ts';

export interface Counts {
  readonly views: number;
  /** Visitors of a day: of the section that is asked for, else of the sites. */
  readonly sessions: number;
}

/** Whose visits, between which days. */
export interface Narrowed {
  readonly from: Day;
  readonly to: Day;
  readonly site: number | null;
  readonly section: string | null;
  readonly source: Source | null;
  readonly origin: VisitOrigin | null;
}

/** One sum of the board: of a day, a section of a site, a source, a site, or what counted it. */
export interface Sum extends Counts {
  readonly part: 'day' | 'section' | 'source' | 'site' | 'origin';
  readonly day: Day | null;
  readonly site: number | null;
  readonly section: string | null;
  readonly source: Source | null;
  readonly origin: VisitOrigin | null;
}

const where = ({ site, section, source, origin }: Narrowed): RawBuilder<unknown> => sql`
  (${site}::bigint is null or site_id = ${site}) and (${section}::text is null or section = ${section})
  and (${source}::text is null or source = ${source}) and (${origin}::text is null or origin = ${origin})`;

/** Everything that the board shows of its days, read once. */
export async function selectSums(db: Db, asked: Narrowed): Promise<Sum[]> {
  const { rows } = await sql<Sum>`
    with visited as materialized (
      select day, site_id, section, source, origin, views, case when ${asked.section}::text is null then begun else sessions end as counted, sessions
      from visit_days where day between ${asked.from} and ${asked.to} and ${where(asked)})
    select case when grouping(day) = 0 then 'day' when grouping(section) = 0 then 'section' when grouping(source) = 0 then 'source'
        when grouping(site_id) = 0 then 'site' else 'origin' end as part,
      day, site_id as site, section, source, origin, sum(views) as views,
      case when grouping(section) = 0 then sum(sessions) else sum(counted) end as sessions
    from visited group by grouping sets ((day), (site_id, section), (source), (site_id), (origin))`.execute(db);
  return rows;
}

/** All of it together. */
export async function selectTotal(db: Db, asked: Narrowed): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select coalesce(sum(views), 0) as views, coalesce(sum(case when ${asked.section}::text is null then begun else sessions end), 0) as sessions
    from visit_days where day between ${asked.from} and ${asked.to} and ${where(asked)}`.execute(db);
  return rows[0]!;
}

export interface HostSum extends Counts {
  readonly source: Source;
  readonly host: string;
}

/** The hosts that led here most, of the months that the days are of. */
export async function selectHosts(db: Db, asked: Narrowed, limit: number): Promise<HostSum[]> {
  const { rows } = await sql<HostSum>`
    select source, host, sum(views) as views, sum(case when ${asked.section}::text is null then begun else sessions end) as sessions
    from visit_hosts where month between ${asked.from} and ${asked.to} and ${where(asked)}
    group by source, host order by sum(views) desc, host limit ${limit}`.execute(db);
  return rows;
}

/** One row of what was counted. */
export interface VisitRow {
  readonly day: Day;
  readonly site: number;
  readonly section: string;
  readonly source: Source;
  readonly origin: VisitOrigin;
  readonly views: number;
  readonly sessions: number;
  readonly begun: number;
}

export async function selectVisitRows(db: Db, asked: Narrowed, limit: number, offset: number): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    select day, site_id as site, section, source, origin, views, sessions, begun from visit_days
    where day between ${asked.from} and ${asked.to} and ${where(asked)}
    order by day desc, site_id, section, source, origin limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

export async function countVisitRows(db: Db, asked: Narrowed): Promise<Counts & { readonly rows: number }> {
  const { rows } = await sql<Counts & { rows: number }>`
    select count(*)::int as rows, coalesce(sum(views), 0) as views, coalesce(sum(sessions), 0) as sessions from visit_days
    where day between ${asked.from} and ${asked.to} and ${where(asked)}`.execute(db);
  return rows[0]!;
}
