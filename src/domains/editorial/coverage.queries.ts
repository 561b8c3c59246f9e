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
    select left(region, 2) as code, count(distinct b.piece_id)::int as pieces
    from publications b, unnest(b.regions) region where ${wanted(filter, zone)} group by 1`.execute(db);
  return rows;
}

/** Within one department: by municipality, and under its own code what speaks of the department as such. */
export async function selectWithin(db: Db, department: string, filter: CoverageFilter, zone: string): Promise<Covered[]> {
  const { rows } = await sql<Covered>`
    select region as code, count(distinct b.piece_id)::int as pieces
    from publications b, unnest(b.regions) region where ${wanted(filter, zone)} and left(region, 2) = ${department} group by 1`.execute(db);
  return rows;
}

export async function selectReach(db: Db, filter: CoverageFilter, zone: string): Promise<{ all: number; placed: number }> {
  const { rows } = await sql<{ all: number; placed: number }>`
    select count(distinct b.piece_id)::int as all, count(distinct b.piece_id) filter (where b.regions <> '{}')::int as placed
    from publications b where ${wanted(filter, zone)}`.execute(db);
  return rows[0]!;
}

/** The first and the last year in which something came out. */
export async function selectYears(db: Db, zone: string): Promise<{ first: number | null; last: number | null }> {
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    select extract(year from min(published_at) at time zone ${zone})::int as first,
      extract(year from max(published_at) at time zone ${zone})::int as last from publications`.execute(db);
  return rows[0]!;
}
