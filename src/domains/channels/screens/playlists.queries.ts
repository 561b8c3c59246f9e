import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { NewPlaylistInput, PlaylistItem } from './playlists.input.ts';
import type { Schedule } from './playing.ts';

/** What plays, when, and on which groups. */
export interface Playlist extends Schedule {
  readonly name: string;
  readonly groups: readonly number[];
  readonly groupNames: readonly string[];
  readonly items: readonly PlaylistItem[];
  readonly changedByName: string | null;
  readonly changedAt: Date;
  readonly version: number;
}

const columns = sql`y.id, y.name, y.days, to_char(y.from_time, 'HH24:MI') as "fromTime", to_char(y.until_time, 'HH24:MI') as "untilTime",
  y.from_day as "fromDay", y.until_day as "untilDay", y.priority, y.version, y.changed_at as "changedAt", w.name as "changedByName",
  array(select l.group_id::int from playlist_groups l where l.playlist_id = y.id order by 1) as groups,
  array(select g.name from playlist_groups l join screen_groups g on g.id = l.group_id where l.playlist_id = y.id order by plain(g.name)) as "groupNames",
  coalesce((select json_agg(json_build_object('kind', i.kind, 'ref', i.ref, 'seconds', i.seconds) order by i.position)
    from playlist_items i where i.playlist_id = y.id), '[]') as items`;

export interface PlaylistFilter {
  readonly search?: string | undefined;
  readonly group?: number | undefined;
}

const wanted = ({ search, group }: PlaylistFilter) => sql`y.removed_at is null
  ${search ? sql`and plain(y.name) like '%' || plain(${search}) || '%'` : sql``}
  ${group ? sql`and exists (select from playlist_groups l where l.playlist_id = y.id and l.group_id = ${group})` : sql``}`;

/** In order of name. */
export async function selectPlaylists(db: Db, filter: PlaylistFilter, limit: number, offset: number): Promise<Playlist[]> {
  const { rows } = await sql<Playlist>`select ${columns} from playlists y left join people w on w.id = y.changed_by
    where ${wanted(filter)} order by plain(y.name), y.id limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

export async function countPlaylists(db: Db, filter: PlaylistFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from playlists y where ${wanted(filter)}`.execute(db);
  return rows[0]!.count;
}

/** Those that a group plays. */
export async function selectPlaylistsOf(db: Db, group: number): Promise<Playlist[]> {
  const { rows } = await sql<Playlist>`select ${columns} from playlist_groups o join playlists y on y.id = o.playlist_id
    left join people w on w.id = y.changed_by where o.group_id = ${group} and y.removed_at is null order by y.id`.execute(db);
  return rows;
}

export async function selectPlaylist(db: Db, id: number): Promise<Playlist | undefined> {
  const { rows } = await sql<Playlist>`select ${columns} from playlists y left join people w on w.id = y.changed_by
    where y.id = ${id} and y.removed_at is null`.execute(db);
  return rows[0];
}

export async function insertPlaylist(db: Db, said: NewPlaylistInput, by: string | null, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into playlists (name, days, from_time, until_time, from_day, until_day, priority, changed_by, changed_at)
    values (${said.name}, ${said.days}::int[], ${said.fromTime}::time, ${said.untilTime}::time, ${said.fromDay}::date, ${said.untilDay}::date,
      ${said.priority}, ${by}::uuid, ${now}) returning id`.execute(db);
  const { id } = rows[0]!;
  await putParts(db, id, said);
  return id;
}

/** @returns whether it still was at that version */
export async function updatePlaylist(
  db: Db,
  id: number,
  version: number,
  said: NewPlaylistInput,
  by: string | null,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`update playlists set name = ${said.name}, days = ${said.days}::int[], from_time = ${said.fromTime}::time,
    until_time = ${said.untilTime}::time, from_day = ${said.fromDay}::date, until_day = ${said.untilDay}::date, priority = ${said.priority},
    changed_by = ${by}::uuid, changed_at = ${now}, version = version + 1
    where id = ${id} and version = ${version} and removed_at is null returning id`.execute(db);
  if (rows.length === 0) return false;
  await sql`delete from playlist_groups where playlist_id = ${id}`.execute(db);
  await sql`delete from playlist_items where playlist_id = ${id}`.execute(db);
  await putParts(db, id, said);
  return true;
}

async function putParts(db: Db, id: number, { groups, items }: NewPlaylistInput): Promise<void> {
  await sql`insert into playlist_groups (playlist_id, group_id) select distinct ${id}::bigint, g from unnest(${groups}::bigint[]) g`.execute(
    db,
  );
  const rows = items.map((item, position) => ({ ...item, position }));
  await sql`insert into playlist_items (playlist_id, position, kind, ref, seconds)
    select ${id}, i.position, i.kind, i.ref, i.seconds
    from json_to_recordset(${JSON.stringify(rows)}::json) as i(position int, kind text, ref text, seconds int)`.execute(db);
}

export async function removePlaylistRow(db: Db, id: number, by: string | null, now: Date): Promise<void> {
  await sql`update playlists set removed_at = ${now}, changed_by = ${by}::uuid, changed_at = ${now} where id = ${id}`.execute(db);
}

export async function countGroups(db: Db, ids: readonly number[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from screen_groups
    where id = any (${ids}::bigint[]) and removed_at is null`.execute(db);
  return rows[0]!.count;
}

export async function selectPlaylistNames(db: Db, ids: readonly number[]): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`select id, name from playlists where id = any (${ids}::bigint[])`.execute(db);
  return rows;
}
