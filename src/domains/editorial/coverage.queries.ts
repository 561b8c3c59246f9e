import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface CoverageFilter {
  /** Of the civil year in the institution's zone. */
  readonly year?: number | undefined;
  readonly kind?: string | undefined;
  readonly channel?: string | undefined;
}

// What was withdrawn was not told; what expired or was replaced was.
function wanted({ year, kind, channel }: CoverageFilter, zone: string): RawBuilder<SqlBool> {
  const all = [sql<SqlBool>`b.state <> 'withdrawn' and b.class in ('public', 'internal')`];
  if (year)
    all.push(
      sql`b.published_at >= make_timestamptz(${year}, 1, 1, 0, 0, 0, ${zone}) and b.published_at < make_timestamptz(${year + 1}, 1, 1, 0, 0, 0, ${zone})`,
    );
  if (kind) all.push(sql`b.kind = ${kind}`);
  if (channel) all.push(sql`b.channel = ${channel}`);
  return sql.join(all, sql` and `) as RawBuilder<SqlBool>;
}

export interface Covered {
  readonly code: string;
  /** Pieces that came out about it, each once however many channels it went by. */
  readonly pieces: number;
}

/** By department, with what speaks of any of its municipalities. */
export async function selectByDepartment(db: Db, filter: CoverageFilter, zone: string): Promise<Covered[]> {
  const { rows } = await sql<Covered>`
    select code, count(*)::int as pieces from (
      select distinct b.piece_id, code from publications b, unnest(b.departments) code where ${wanted(filter, zone)}
    ) told group by 1`.execute(db);
  return rows;
}

/** Within one department: by municipality, and under its own code what speaks of the department as such. */
export async function selectWithin(db: Db, department: string, filter: CoverageFilter, zone: string): Promise<Covered[]> {
  const { rows } = await sql<Covered>`
    select code, count(*)::int as pieces from (
      select distinct b.piece_id, code from publications b, unnest(b.regions) code
      where ${wanted(filter, zone)} and b.departments && ${[department]}::text[] and left(code, 2) = ${department}
    ) told group by 1`.execute(db);
  return rows;
}

export async function selectReach(db: Db, filter: CoverageFilter, zone: string): Promise<{ all: number; placed: number }> {
  const { rows } = await sql<{ all: number; placed: number }>`
    select count(*)::int as all, count(*) filter (where placed)::int as placed from (
      select b.piece_id, bool_or(b.departments <> '{}') as placed from publications b where ${wanted(filter, zone)} group by 1
    ) told`.execute(db);
  return rows[0]!;
}

/** The first and the last year in which something came out. */
export async function selectYears(db: Db, zone: string): Promise<{ first: number | null; last: number | null }> {
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    select extract(year from min(published_at) at time zone ${zone})::int as first,
      extract(year from max(published_at) at time zone ${zone})::int as last
    from publications where state <> 'withdrawn' and class in ('public', 'internal')`.execute(db);
  return rows[0]!;
}
