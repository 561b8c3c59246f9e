import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Play } from './device.input.ts';

/** Keeps what was not known yet, and adds it to its day in the institution's zone. @returns how many were new */
export async function insertPlays(db: Db, screen: number, plays: readonly Play[], zone: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with said as (
      select distinct on (item, started) item, title, source, to_timestamp(started / 1000.0) as started_at, seconds
      from json_to_recordset(${JSON.stringify(plays)}::json) as p(item text, title text, source text, started float8, seconds int)
    ), fresh as (
      insert into screen_plays (screen_id, item, started_at, seconds) select ${screen}, item, started_at, seconds from said
      on conflict do nothing returning item, started_at, seconds
    ), days as (
      insert into screen_play_days (day, screen_id, item, title, source, plays, seconds)
      select (f.started_at at time zone ${zone})::date, ${screen}, f.item, max(s.title), max(s.source), count(*), sum(f.seconds)
      from fresh f join said s on s.item = f.item and s.started_at = f.started_at group by 1, 3
      on conflict (day, screen_id, item) do update set plays = screen_play_days.plays + excluded.plays,
        seconds = screen_play_days.seconds + excluded.seconds
    )
    select count(*)::int as count from fresh`.execute(db);
  return rows[0]!.count;
}

export async function deletePlaysBefore(db: Db, before: Date): Promise<void> {
  await sql`delete from screen_plays where started_at < ${before}`.execute(db);
}

export interface PlayedDay {
  readonly day: string;
  readonly screen: number;
  readonly item: string;
  readonly title: string;
  readonly source: string;
  readonly plays: number;
  readonly seconds: number;
}

/** What was played on some days, the last day first, then the most played. */
export async function selectPlayed(
  db: Db,
  { screen, source, from, to }: { screen?: number | undefined; source?: string | undefined; from: string; to: string },
  limit: number,
): Promise<PlayedDay[]> {
  const { rows } = await sql<PlayedDay>`select day, screen_id as screen, item, title, source, plays, seconds from screen_play_days
    where day between ${from} and ${to} ${screen ? sql`and screen_id = ${screen}` : sql``} ${source ? sql`and source = ${source}` : sql``}
    order by day desc, plays desc, screen_id, item limit ${limit}`.execute(db);
  return rows;
}

export interface UntoldPlays {
  readonly day: string;
  readonly screen: number;
  readonly unit: number | null;
  readonly source: string;
  readonly plays: number;
}

/** Takes what the ledger does not know yet, added up by day, screen and thing; with the transaction it is told. */
export async function takeUntold(db: Db, limit: number): Promise<UntoldPlays[]> {
  const { rows } = await sql<UntoldPlays>`
    with untold as (
      select day, screen_id, item, plays, told from screen_play_days where told <> plays order by day, screen_id, item limit ${limit} for update skip locked
    ), marked as (
      update screen_play_days d set told = u.plays from untold u where d.day = u.day and d.screen_id = u.screen_id and d.item = u.item
      returning d.day, d.screen_id, d.source, u.plays - u.told as plays
    )
    select m.day, m.screen_id as screen, s.unit_id as unit, m.source, sum(m.plays)::int as plays
    from marked m join screens s on s.id = m.screen_id group by 1, 2, 3, 4 order by 1, 2, 4`.execute(db);
  return rows;
}
