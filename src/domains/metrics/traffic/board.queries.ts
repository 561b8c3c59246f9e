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

/** What was counted of a section of a site by a source. */
export interface Group extends Counts {
  readonly site: number;
  readonly section: string;
  readonly source: Source;
  readonly origin: VisitOrigin;
  /** Of the section itself, whatever is asked. */
  readonly ofSection: number;
}

const where = ({ site, section, source, origin }: Narrowed): RawBuilder<unknown> =>
  sql.join(
    [
      sql`true`,
      ...(site === null ? [] : [sql`site_id = ${site}`]),
      ...(section === null ? [] : [sql`section = ${section}`]),
      ...(source === null ? [] : [sql`source = ${source}`]),
      ...(origin === null ? [] : [sql`origin = ${origin}`]),
    ],
    sql` and `,
  );

// Figures of a year stay below 2^53: adding them up as such takes a third of what whole numbers of any length do.
const added = (column: RawBuilder<unknown>) => sql`coalesce(sum(${column}::float8), 0)`;
const counted = ({ section }: Narrowed) => (section === null ? sql`begun` : sql`sessions`);

export async function selectGroups(db: Db, asked: Narrowed): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select site_id as site, section, source, origin, ${added(sql`views`)} as views, ${added(counted(asked))} as sessions, ${added(sql`sessions`)} as "ofSection"
    from visit_days where day between ${asked.from} and ${asked.to} and ${where(asked)} group by site_id, section, source, origin`.execute(
    db,
  );
  return rows;
}

export async function selectDays(db: Db, asked: Narrowed): Promise<(Counts & { readonly day: Day })[]> {
  const { rows } = await sql<Counts & { day: Day }>`
    select day, ${added(sql`views`)} as views, ${added(counted(asked))} as sessions
    from visit_days where day between ${asked.from} and ${asked.to} and ${where(asked)} group by day order by day`.execute(db);
  return rows;
}

/** All of it together. */
export async function selectTotal(db: Db, asked: Narrowed): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select ${added(sql`views`)} as views, ${added(counted(asked))} as sessions from visit_days where day between ${asked.from} and ${asked.to} and ${where(asked)}`.execute(
    db,
  );
  return rows[0]!;
}

export interface HostSum extends Counts {
  readonly source: Source;
  readonly host: string;
}

/** The hosts that led here most, of the months that the days are of. */
export async function selectHosts(db: Db, asked: Narrowed, limit: number): Promise<HostSum[]> {
  const { rows } = await sql<HostSum>`
    select source, host, ${added(sql`views`)} as views, ${added(counted(asked))} as sessions
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
