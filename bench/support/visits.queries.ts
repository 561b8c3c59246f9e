import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from '#platform/db/database.ts';

export async function makePlainTable(db: Db): Promise<void> {
  await sql`create table plain_views (at timestamptz not null default now(), day date not null, site_id bigint not null, section text not null,
    source text not null, host text not null, visitor bytea)`.execute(db);
}

const columns = 6;

/** What anybody writes first: `insert into … values (…), (…)`, one statement after another, each committed. @returns rows a second */
export async function insertPlainly(pool: pg.Pool, rows: number, seconds: number): Promise<number> {
  const places = Array.from(
    { length: rows },
    (_, row) => `(${Array.from({ length: columns }, (__, column) => `$${row * columns + column + 1}`).join(',')})`,
  ).join(',');
  const text = `insert into plain_views (day, site_id, section, source, host, visitor) values ${places}`;
  const client = await pool.connect();
  const begun = performance.now();
  let written = 0;
  try {
    while (performance.now() - begun < seconds * 1000) {
      const values = Array.from({ length: rows }, (_, row) => row + written).flatMap((at) => [
        '2026-11-22',
        1,
        `Sección ${at % 8}`,
        at % 3 === 0 ? 'search' : 'inside',
        at % 3 === 0 ? 'google.com' : '',
        Buffer.from(String(at % 20_000).padStart(16, '0')),
      ]);
      await client.query({ name: `plain ${rows}`, text, values });
      written += rows;
    }
  } finally {
    client.release();
  }
  return (written * 1000) / (performance.now() - begun);
}

export async function viewsOf(db: Db, site: number): Promise<number> {
  const { rows } = await sql<{ views: number }>`select coalesce(sum(views), 0) as views from visit_days where site_id = ${site}`.execute(
    db,
  );
  return rows[0]!.views;
}

/** A year of traffic of some sites, twelve million views of it, as the collector keeps it. */
export async function insertYear(db: Db, sites: readonly number[], today: string): Promise<{ views: number; rows: number }> {
  await sql`
    insert into visit_days (day, site_id, section, source, views, sessions, begun, told_views, told_sessions)
    select ${today}::date - back, site, 'Sección ' || section, source, n, n / 3, n / 5, n, n / 3
    from generate_series(0, 364) back, unnest(${sites}::bigint[]) site, generate_series(1, 12) section,
      unnest(array['search','social','mail','direct','inside','other']) source,
      lateral (select 100 + (hashtext(back || '-' || site || section || source) & 31) as n) amount on conflict do nothing`.execute(db);
  await sql`
    insert into visit_hosts (month, site_id, section, source, host, views, sessions, begun)
    select date_trunc('month', ${today}::date)::date - make_interval(months => back), site, 'Sección ' || section, source, 'sitio-' || host || '.example', 20, 7, 4
    from generate_series(0, 12) back, unnest(${sites}::bigint[]) site, generate_series(1, 12) section, unnest(array['search','social','other']) source,
      generate_series(1, 60) host on conflict do nothing`.execute(db);
  await sql`vacuum analyze visit_days`.execute(db);
  await sql`vacuum analyze visit_hosts`.execute(db);
  const { rows } = await sql<{ views: number; rows: number }>`select sum(views) as views, count(*) as rows from visit_days`.execute(db);
  return rows[0]!;
}
