import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { InformationClass, Snapshot, Source } from '../dispatch.ts';

/** Something that is out by screens. */
export interface ShownPiece {
  readonly dispatch: number;
  readonly source: Source;
  readonly title: string;
  readonly class: InformationClass;
  readonly deliveredAt: Date;
  readonly snapshot: Snapshot;
  /** None: for all. */
  readonly groups: readonly number[];
  readonly groupNames: readonly string[];
}

const facts = sql`d.id as dispatch, json_build_object('type', d.source_type, 'id', d.source_id) as source, d.title, d.class, d.delivered_at as "deliveredAt",
  array(select group_id::int from screen_piece_groups where dispatch_id = d.id order by 1) as groups,
  array(select g.name from screen_piece_groups o join screen_groups g on g.id = o.group_id where o.dispatch_id = d.id order by plain(g.name)) as "groupNames"`;

interface Wanted {
  readonly group?: number | null | undefined;
  /** Where people from outside pass by, only what is public. */
  readonly open?: boolean;
  readonly search?: string | undefined;
  /** Only of these sources. */
  readonly ids?: readonly string[] | undefined;
}

/** What is out by screens; of one channel, so that its index gives the last ones first without sorting the rest. */
const out = ({ group, open, search, ids }: Wanted) => sql`d.channel = c.code and d.state = 'delivered' and d.class in ('public', 'internal')
  ${open ? sql`and d.class = 'public'` : sql``} ${ids ? sql`and d.source_id = any (${ids})` : sql``}
  ${search ? sql`and plain(d.title) like '%' || plain(${search}) || '%'` : sql``}
  ${
    group
      ? sql`and (not exists (select from screen_piece_groups o where o.dispatch_id = d.id)
          or exists (select from screen_piece_groups o where o.dispatch_id = d.id and o.group_id = ${group}))`
      : sql``
  }`;

/** What is out by screens now, the last first: for a group, or for any. */
export async function selectShownPieces(
  db: Db,
  { group, open }: { group: number | null; open: boolean },
  limit: number,
  ids?: readonly string[],
): Promise<ShownPiece[]> {
  const { rows } = await sql<ShownPiece>`select ${facts}, d.snapshot from channels c cross join lateral (
      select * from dispatches d where ${out({ group, open, ids })} order by d.delivered_at desc, d.id desc limit ${limit}) d
    where c.means = 'screen' order by d.delivered_at desc, d.id desc limit ${limit}`.execute(db);
  return rows;
}

/** The same for a list: by words of its title and by group, in parts. */
export async function selectListedPieces(
  db: Db,
  wanted: { search?: string | undefined; group?: number | undefined },
  limit: number,
  offset: number,
): Promise<{ pieces: Omit<ShownPiece, 'snapshot'>[]; total: number }> {
  const { rows } = await sql<Omit<ShownPiece, 'snapshot'>>`select ${facts} from channels c cross join lateral (
      select * from dispatches d where ${out(wanted)} order by d.delivered_at desc, d.id desc limit ${limit + offset}) d
    where c.means = 'screen' order by d.delivered_at desc, d.id desc limit ${limit} offset ${offset}`.execute(db);
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total from channels c join dispatches d on ${out(wanted)}
    where c.means = 'screen'`.execute(db);
  return { pieces: rows, total: counted[0]!.total };
}

export async function putPieceGroups(db: Db, dispatch: number, groups: readonly number[]): Promise<void> {
  await sql`delete from screen_piece_groups where dispatch_id = ${dispatch}`.execute(db);
  await sql`insert into screen_piece_groups (dispatch_id, group_id)
    select ${dispatch}, id from screen_groups where id = any (${groups}::bigint[]) and removed_at is null`.execute(db);
}
