import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Screens that play the same. */
export interface ScreenGroup {
  readonly id: number;
  readonly name: string;
  /** Whether people from outside pass by: then only what is public is shown. */
  readonly public: boolean;
  readonly responsible: string | null;
  readonly responsibleName: string | null;
  /** `HH:MM`; null: always on. */
  readonly onFrom: string | null;
  readonly onUntil: string | null;
  readonly version: number;
  readonly screens: number;
  readonly playlists: number;
}

const columns = sql`g.id, g.name, g.public, g.responsible_id as responsible, p.name as "responsibleName",
  to_char(g.on_from, 'HH24:MI') as "onFrom", to_char(g.on_until, 'HH24:MI') as "onUntil", g.version,
  (select count(*)::int from screens s where s.group_id = g.id and s.revoked_at is null) as screens,
  (select count(*)::int from playlist_groups l join playlists y on y.id = l.playlist_id and y.removed_at is null where l.group_id = g.id) as playlists`;

export async function selectGroups(db: Db): Promise<ScreenGroup[]> {
  const { rows } = await sql<ScreenGroup>`select ${columns} from screen_groups g left join people p on p.id = g.responsible_id
    where g.removed_at is null order by plain(g.name), g.id limit 2000`.execute(db);
  return rows;
}

/** What narrows a list of groups. */
export interface GroupFilter {
  readonly search?: string | undefined;
}

const narrowed = ({ search }: GroupFilter) => sql`g.removed_at is null
  ${search ? sql`and plain(g.name) like '%' || plain(${search.replace(/[\\%_]/g, '\\$&')}) || '%'` : sql``}`;

/** Some of them in order of name; what each holds is counted only of these. */
export async function selectGroupsPage(db: Db, filter: GroupFilter, limit: number, offset: number): Promise<ScreenGroup[]> {
  const { rows } = await sql<ScreenGroup>`with found as materialized (
      select g.id from screen_groups g where ${narrowed(filter)} order by plain(g.name), g.id limit ${limit} offset ${offset}
    ) select ${columns} from found f join screen_groups g on g.id = f.id left join people p on p.id = g.responsible_id
    order by plain(g.name), g.id`.execute(db);
  return rows;
}

export async function countGroupsOf(db: Db, filter: GroupFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from screen_groups g where ${narrowed(filter)}`.execute(db);
  return rows[0]!.count;
}

export async function selectGroup(db: Db, id: number): Promise<ScreenGroup | undefined> {
  const { rows } = await sql<ScreenGroup>`select ${columns} from screen_groups g left join people p on p.id = g.responsible_id
    where g.id = ${id} and g.removed_at is null`.execute(db);
  return rows[0];
}

type Said = Pick<ScreenGroup, 'name' | 'public' | 'responsible' | 'onFrom' | 'onUntil'>;

export async function isNameTaken(db: Db, name: string, but: number | null): Promise<boolean> {
  const { rows } = await sql`select 1 from screen_groups where plain(name) = plain(${name}) and removed_at is null
    and id is distinct from ${but}::bigint`.execute(db);
  return rows.length > 0;
}

export async function insertGroup(db: Db, said: Said, now: Date): Promise<number> {
  const { rows } = await sql<{
    id: number;
  }>`insert into screen_groups (name, public, responsible_id, on_from, on_until, created_at, changed_at)
    values (${said.name}, ${said.public}, ${said.responsible}::uuid, ${said.onFrom}::time, ${said.onUntil}::time, ${now}, ${now}) returning id`.execute(
    db,
  );
  return rows[0]!.id;
}

/** @returns whether it still was at that version */
export async function updateGroup(db: Db, id: number, version: number, said: Said, now: Date): Promise<boolean> {
  const { rows } =
    await sql`update screen_groups set name = ${said.name}, public = ${said.public}, responsible_id = ${said.responsible}::uuid,
    on_from = ${said.onFrom}::time, on_until = ${said.onUntil}::time, changed_at = ${now}, version = version + 1
    where id = ${id} and version = ${version} and removed_at is null returning id`.execute(db);
  return rows.length > 0;
}

export async function removeGroupRow(db: Db, id: number, now: Date): Promise<void> {
  await sql`update screen_groups set removed_at = ${now} where id = ${id}`.execute(db);
  await sql`delete from playlist_groups where group_id = ${id}`.execute(db);
}

export async function selectGroupNames(db: Db, ids: readonly number[]): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`select id, name from screen_groups where id = any (${ids}::bigint[])`.execute(
    db,
  );
  return rows;
}
