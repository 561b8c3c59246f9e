import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { Source } from './sources.ts';

/** One page looked at, on its way in. */
export interface Viewed {
  /** What the browser sent together; what comes again under the same name counts once. Null: it cannot come again. */
  readonly batch: Buffer | null;
  readonly day: Day;
  /** 0 is the portal. */
  readonly site: number;
  readonly section: string;
  readonly source: Source;
  readonly host: string;
  /** A hash under the day's salt; null when the visitor is not told apart. */
  readonly visitor: Buffer | null;
}

/** Adds many views up in one statement: all of them are in, or none. What repeats in them is sent once, and named by its number. */
export async function insertViews(db: Db, views: readonly Viewed[]): Promise<void> {
  if (views.length === 0) return;
  const batches = new Numbered<{ batch: Buffer; day: Day }>();
  const places = new Numbered<Viewed>();
  const batchOf = views.map(({ batch, day }) => (batch ? batches.number(batch.toString('latin1'), { batch, day }) : 'null'));
  const placeOf = views.map((view) => places.number(`${view.day} ${view.site} ${view.source} ${view.host} ${view.section}`, view));
  const visitors = [...views.keys()].filter((at) => views[at]!.visitor);
  const of = <K extends keyof Viewed>(name: K) => places.all.map((place) => place[name]);
  await sql`
    with fresh as (
      insert into visit_batches (id, day)
      select * from unnest(${batches.all.map(({ batch }) => batch)}::bytea[], ${batches.all.map(({ day }) => day)}::date[]) order by 1
      on conflict do nothing returning id),
    kept as (
      select number from unnest(${batches.all.map(({ batch }) => batch)}::bytea[]) with ordinality as said(id, number) join fresh using (id)),
    places as materialized (
      select * from unnest(${of('day')}::date[], ${of('site')}::bigint[], ${of('section')}::text[], ${of('source')}::text[], ${of('host')}::text[])
        with ordinality as p(day, site_id, section, source, host, place)),
    viewed as materialized (
      select * from unnest(${list(batchOf)}::int[], ${list(placeOf)}::int[]) with ordinality as v(batch, place, at)
      where batch is null or batch in (select number from kept)),
    known as materialized (
      select v.at, p.*, n.visitor from unnest(${list(visitors.map((at) => at + 1))}::int[], ${visitors.map((at) => views[at]!.visitor)}::bytea[]) as n(at, visitor)
      join viewed v using (at) join places p using (place)),
    -- In order, so that two processes that write the same rows take them in the same one and neither waits for the other.
    seen as (
      insert into visitor_sessions (day, site_id, visitor, section)
      select distinct day, site_id, visitor, part from known, lateral (values ('*'), (section)) parts(part)
      order by 1, 2, 3, 4 on conflict do nothing returning day, site_id, visitor, section),
    firsts as (
      select distinct on (s.day, s.site_id, s.visitor, s.section) s.section as part, k.place
      from seen s join known k on k.day = s.day and k.site_id = s.site_id and k.visitor = s.visitor and s.section in ('*', k.section)
      order by s.day, s.site_id, s.visitor, s.section, k.at),
    counted as materialized (
      select p.*, views, sessions, begun from places p join (
        select place, sum(views) as views, sum(sessions) as sessions, sum(begun) as begun from (
          select place, count(*) as views, 0 as sessions, 0 as begun from viewed group by place
          union all
          select place, 0, (part <> '*')::int, (part = '*')::int from firsts) each
        group by place) sums using (place)),
    hosts as (
      insert into visit_hosts as h (month, site_id, section, source, host, views, sessions, begun)
      select date_trunc('month', day)::date, site_id, section, source, host, sum(views), sum(sessions), sum(begun) from counted
      where host <> '' group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
      on conflict (month, site_id, section, source, host, origin) do update
        set views = h.views + excluded.views, sessions = h.sessions + excluded.sessions, begun = h.begun + excluded.begun)
    insert into visit_days as d (day, site_id, section, source, views, sessions, begun)
    select day, site_id, section, source, sum(views), sum(sessions), sum(begun) from counted group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (day, site_id, section, source, origin) do update
      set views = d.views + excluded.views, sessions = d.sessions + excluded.sessions, begun = d.begun + excluded.begun`.execute(db);
}

/** Different things in the order in which they came, each with its number from 1, as `with ordinality` counts. */
class Numbered<T> {
  readonly all: T[] = [];
  readonly #numbers = new Map<string, number>();

  number(key: string, one: T): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.all.push(one);
    this.#numbers.set(key, number);
    return number;
  }
}

/** Thousands of numbers as PostgreSQL writes an array: the driver would quote each. */
const list = (numbers: readonly (number | 'null')[]): string => `{${numbers.join(',')}}`;

/** What was counted of a day, a section and a source, added up already. */
export interface VisitDayRow {
  readonly day: Day;
  readonly site: number;
  readonly section: string;
  readonly source: Source;
  readonly views: number;
  readonly sessions: number;
  readonly begun: number;
}

/** Days that were added up elsewhere; those that are there already stay as they are. */
export async function insertVisitDays(db: Db, rows: readonly VisitDayRow[]): Promise<void> {
  await sql`insert into visit_days (day, site_id, section, source, views, sessions, begun)
    select day, site, section, source, views, sessions, begun from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(day date, site bigint, section text, source text, views bigint, sessions bigint, begun bigint)
    order by 1, 2, 3, 4 on conflict do nothing`.execute(db);
}

export interface Untold {
  readonly day: Day;
  readonly site: number;
  readonly code: string | null;
  readonly unit: number | null;
  readonly section: string;
  readonly views: number;
  readonly sessions: number;
}

/** What is not in the ledger yet, by day, site and section, and marks it as told. Another process that tells at the same time gets the others. */
export async function takeUntold(db: Db, since: Day, origin: string | null): Promise<Untold[]> {
  const { rows } = await sql<Untold>`
    with untold as (
      select day, site_id, section, source, origin, views - told_views as views, sessions - told_sessions as sessions from visit_days
      where day >= ${since} and (${origin}::text is null or origin = ${origin}) and (views <> told_views or sessions <> told_sessions)
      order by day, site_id, section, source, origin for update skip locked),
    told as (
      update visit_days d set told_views = d.views, told_sessions = d.sessions from untold u
      where (d.day, d.site_id, d.section, d.source, d.origin) = (u.day, u.site_id, u.section, u.source, u.origin))
    select u.day, u.site_id as site, s.code, s.unit_id as unit, u.section, sum(u.views) as views, sum(u.sessions) as sessions
    from untold u left join sites s on s.id = u.site_id group by 1, 2, 3, 4, 5 order by 1, 2, 5`.execute(db);
  return rows;
}
