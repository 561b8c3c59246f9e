import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { quietAfterSeconds, type Beat, type Screen, type ScreenState } from './screen.ts';

export interface ScreenFilter {
  readonly search?: string | undefined;
  readonly state?: ScreenState | undefined;
  readonly group?: number | undefined;
}

const from = sql`screens s left join screen_groups g on g.id = s.group_id left join units u on u.id = s.unit_id
  left join people p on p.id = s.adopted_by left join screen_beats b on b.screen_id = s.id`;

/** Whether its group's hours say that it should be on, by the institution's clock. */
const isOn = (now: Date, zone: string) => sql`(g.on_from is null or case when g.on_from < g.on_until
  then (${now}::timestamptz at time zone ${zone})::time >= g.on_from and (${now}::timestamptz at time zone ${zone})::time < g.on_until
  else (${now}::timestamptz at time zone ${zone})::time >= g.on_from or (${now}::timestamptz at time zone ${zone})::time < g.on_until end)`;

const quiet = (now: Date) => new Date(now.getTime() - quietAfterSeconds * 1000);

const state = (
  now: Date,
  zone: string,
): RawBuilder<ScreenState> => sql`case when b.at > ${quiet(now)} then 'showing' when b.at is null then 'new'
  when ${isOn(now, zone)} then 'silent' else 'off' end`;

type Row = Omit<Screen, 'beat'> & { beatAt: Date | null } & Omit<Beat, 'at'>;

const columns = (now: Date, zone: string) => sql`s.id, s.name, s.unit_id as unit, u.name as "unitName", s.place, s.orientation, s.large,
  s.group_id as "group", g.name as "groupName", s.adopted_at as "adoptedAt", p.name as "adoptedByName", s.excluded_at as "excludedAt", s.reloads,
  s.version, ${state(now, zone)} as state, b.at as "beatAt", b.title, b.source, b.program_sha256 as "programSha256", b.width, b.height,
  b.clock_offset_ms as "clockOffsetMs", b.waiting_plays as "waitingPlays", b.cannot_show as cannot,
  b.picture_at as "pictureAt"`;

function screenOf(row: Row): Screen {
  const { beatAt, title, source, programSha256, width, height, clockOffsetMs, waitingPlays, cannot, pictureAt, ...screen } = row;
  return {
    ...screen,
    beat: beatAt && { at: beatAt, title, source, programSha256, width, height, clockOffsetMs, waitingPlays, cannot, pictureAt },
  };
}

function wanted({ search, state: only, group }: ScreenFilter, now: Date, zone: string): RawBuilder<unknown> {
  return sql`s.revoked_at is null ${group ? sql`and s.group_id = ${group}` : sql``} ${only ? sql`and ${state(now, zone)} = ${only}` : sql``}
    ${search ? sql`and plain(s.name || ' ' || s.place) like '%' || plain(${search}) || '%'` : sql``}`;
}

/** What a screen's state is made of; a list that does not ask for it reads the screens alone. */
const heard = sql`screens s left join screen_groups g on g.id = s.group_id left join screen_beats b on b.screen_id = s.id`;
const sources = ({ state: only }: ScreenFilter) => (only ? heard : sql`screens s`);

/** In order of name. */
export async function selectScreens(
  db: Db,
  filter: ScreenFilter,
  now: Date,
  zone: string,
  limit: number,
  offset: number,
): Promise<Screen[]> {
  const { rows } = await sql<Row>`with found as materialized (
      select s.id from ${sources(filter)} where ${wanted(filter, now, zone)} order by plain(s.name), s.id limit ${limit} offset ${offset}
    ) select ${columns(now, zone)} from ${from} where s.id in (select id from found) order by plain(s.name), s.id`.execute(db);
  return rows.map(screenOf);
}

/** Counted no further than `most`. */
export async function countScreens(db: Db, filter: ScreenFilter, now: Date, zone: string, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from ${sources(filter)} where ${wanted(filter, now, zone)} limit ${most}) counted`.execute(db);
  return rows[0]!.count;
}

export type ScreenStanding = Readonly<Record<ScreenState, number>>;

/**
 * How many are in each state, counted where it costs least: who shows something, from the index of beats; who is new, from how many have none. Only of
 * those who are quiet it is asked whether they should be on, by group. A screen that is let go has no beat.
 */
export async function selectScreenStanding(db: Db, now: Date, zone: string): Promise<ScreenStanding> {
  const { rows } = await sql<{ total: number; heard: number; showing: number; off: number }>`select
    (select count(*)::int from screens where revoked_at is null) as total,
    (select count(*)::int from screen_beats) as heard,
    (select count(*)::int from screen_beats where at > ${quiet(now)}) as showing,
    (select coalesce(sum(q.screens), 0)::int from (
      select s.group_id, count(*) as screens from screen_beats b join screens s on s.id = b.screen_id where b.at <= ${quiet(now)} group by 1
    ) q join screen_groups g on g.id = q.group_id where not ${isOn(now, zone)}) as off`.execute(db);
  const { total, heard: known, showing, off } = rows[0]!;
  return { showing, silent: known - showing - off, off, new: total - known };
}

export async function selectScreen(db: Db, id: number, now: Date, zone: string): Promise<Screen | undefined> {
  const { rows } = await sql<Row>`select ${columns(now, zone)} from ${from} where s.id = ${id} and s.revoked_at is null`.execute(db);
  return rows[0] && screenOf(rows[0]);
}

export async function selectScreenNames(db: Db, ids: readonly number[]): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`select id, name from screens where id = any (${ids}::bigint[])`.execute(db);
  return rows;
}

export async function insertScreen(
  db: Db,
  given: Pick<Screen, 'name' | 'unit' | 'place' | 'orientation' | 'large' | 'group'>,
  by: string | null,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{
    id: number;
  }>`insert into screens (name, unit_id, place, orientation, large, group_id, adopted_at, adopted_by, changed_at)
    values (${given.name}, ${given.unit}, ${given.place}, ${given.orientation}, ${given.large}, ${given.group}, ${now}, ${by}::uuid, ${now})
    returning id`.execute(db);
  return rows[0]!.id;
}

/** @returns whether the screen still was at that version */
export async function updateScreen(
  db: Db,
  given: Pick<Screen, 'id' | 'version' | 'name' | 'unit' | 'place' | 'orientation' | 'large' | 'group'>,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`update screens set name = ${given.name}, unit_id = ${given.unit}, place = ${given.place},
    orientation = ${given.orientation}, large = ${given.large}, group_id = ${given.group}, changed_at = ${now}, version = version + 1
    where id = ${given.id} and version = ${given.version} and revoked_at is null returning id`.execute(db);
  return rows.length > 0;
}

export async function updateExcluded(db: Db, id: number, excludedAt: Date | null): Promise<void> {
  await sql`update screens set excluded_at = ${excludedAt} where id = ${id}`.execute(db);
}

export async function countReload(db: Db, id: number): Promise<void> {
  await sql`update screens set reloads = reloads + 1 where id = ${id}`.execute(db);
}

export async function updateToken(db: Db, id: number, hash: Buffer): Promise<void> {
  await sql`update screens set token_sha256 = ${hash} where id = ${id} and revoked_at is null`.execute(db);
}

export async function revokeRow(db: Db, id: number, now: Date): Promise<void> {
  await sql`update screens set revoked_at = ${now}, token_sha256 = null where id = ${id}`.execute(db);
  await sql`delete from screen_beats where screen_id = ${id}`.execute(db);
}

export async function selectIdByToken(db: Db, hash: Buffer): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`select id from screens where token_sha256 = ${hash}`.execute(db);
  return rows[0]?.id;
}
