import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { MemoKind } from './memo.ts';

export interface MemoSeries {
  readonly id: number;
  readonly kind: MemoKind;
  readonly unit: number | null;
  readonly unitName: string | null;
  readonly prefix: string;
  /** The last number of a year. */
  readonly last: number;
}

export async function selectSeries(db: Db, year: number): Promise<MemoSeries[]> {
  const { rows } = await sql<MemoSeries>`
    select s.id, s.kind, s.unit_id as unit, u.name as "unitName", s.prefix, coalesce(c.last, 0) as last
    from memo_series s left join units u on u.id = s.unit_id left join memo_counters c on c.series_id = s.id and c.year = ${year}
    where s.closed_at is null order by s.kind, s.unit_id is not null, u.name, s.id`.execute(db);
  return rows;
}

/** In which series a dependency numbers: its own, else the nearest above it that has one, else the institution's. */
export async function selectSeriesFor(db: Db, kind: MemoKind, unit: number): Promise<{ id: number; prefix: string } | undefined> {
  const { rows } = await sql<{ id: number; prefix: string }>`
    select s.id, s.prefix from memo_series s left join unit_ancestors a on a.unit_id = ${unit} and a.ancestor_id = s.unit_id
    where s.kind = ${kind} and s.closed_at is null and (s.unit_id is null or a.unit_id is not null)
    order by a.depth nulls last, s.id limit 1`.execute(db);
  return rows[0];
}

/** The next number of a series in a year. Whoever asks at the same time waits until this one is signed, or was not. */
export async function takeNumber(db: Db, series: number, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into memo_counters as c (series_id, year, last) values (${series}, ${year}, 1)
    on conflict (series_id, year) do update set last = c.last + 1 returning last`.execute(db);
  return rows[0]!.last;
}

export async function insertSeries(
  db: Db,
  series: { kind: MemoKind; unit: number | null; prefix: string },
  by: string | null,
  now: Date,
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into memo_series (kind, unit_id, prefix, opened_by, opened_at)
    values (${series.kind}, ${series.unit}, ${series.prefix}, ${by}, ${now}) on conflict do nothing returning id`.execute(db);
  return rows[0]?.id;
}

export async function startNumbers(db: Db, series: number, year: number, last: number): Promise<void> {
  await db.insertInto('memo_counters').values({ series_id: series, year, last }).execute();
}

/** Whether it was open. */
export async function closeSeriesRow(db: Db, series: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('memo_series')
    .set({ closed_at: now })
    .where('id', '=', series)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
