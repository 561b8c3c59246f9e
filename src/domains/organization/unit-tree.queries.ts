import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { forgiving } from '#platform/db/forgiving.ts';

export interface UnitRow {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly parent_id: number | null;
  readonly depth: number;
  readonly head: string | null;
  readonly liaison: string | null;
  readonly children: number;
  readonly people: number;
}

/** The open units below `root` (null: all), in the order of the tree, parents before children. */
export async function selectTree(db: Db, root: number | null, limit: number, deepest = 100): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    with recursive tree as (
      select u.id, u.code, u.name, u.parent_id, u.head_id, u.liaison_id, 0 as depth, array[u.position, u.id] as path
      from units u where u.closed_at is null and u.parent_id is not distinct from ${root}::bigint
      union all
      select u.id, u.code, u.name, u.parent_id, u.head_id, u.liaison_id, t.depth + 1, t.path || array[u.position, u.id]
      from units u join tree t on u.parent_id = t.id where u.closed_at is null and t.depth < ${deepest}
    ), shown as (select * from tree order by path limit ${limit}),
    -- people of a unit and of all below it
    counted as (
      select a.ancestor_id, count(*) as people from people p join unit_ancestors a on a.unit_id = p.unit_id
      where p.left_at is null and a.ancestor_id in (select id from shown) group by 1)
    select s.id, s.code, s.name, s.parent_id, s.depth, h.name as head, l.name as liaison, coalesce(c.people, 0) as people,
      (select count(*) from units k where k.parent_id = s.id and k.closed_at is null) as children
    from shown s left join people h on h.id = s.head_id left join people l on l.id = s.liaison_id
      left join counted c on c.ancestor_id = s.id
    order by s.path`.execute(db);
  return rows;
}

export async function countOpenUnits(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('units')
    .where('closed_at', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** From the top down to the unit itself. */
export function selectPath(db: Db, unit: number) {
  return db
    .selectFrom('unit_ancestors as a')
    .innerJoin('units as u', 'u.id', 'a.ancestor_id')
    .select(['u.id', 'u.name'])
    .where('a.unit_id', '=', unit)
    .orderBy('a.depth', 'desc')
    .execute();
}

export interface FoundUnit {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly path: string;
}

/** Open units whose name or code is like the text, best first, each with where it hangs. Forgives accents and small typos. */
export function searchUnits(db: Db, text: string, limit: number): Promise<FoundUnit[]> {
  return forgiving(db, (inside) => searchIn(inside, text, limit));
}

async function searchIn(db: Db, text: string, limit: number): Promise<FoundUnit[]> {
  const { rows } = await sql<FoundUnit>`
    select u.id, u.code, u.name, coalesce((
      select string_agg(p.name, ' › ' order by a.depth desc) from unit_ancestors a join units p on p.id = a.ancestor_id
      where a.unit_id = u.id and a.depth > 0), '') as path
    from units u
    where u.closed_at is null and (plain(u.name) like '%' || plain(${text}) || '%' or plain(${text}) <% plain(u.name) or u.code = plain(${text}))
    order by (plain(u.name) like plain(${text}) || '%') desc, word_similarity(plain(${text}), plain(u.name)) desc, u.name limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** What unit_ancestors should hold, computed anew from the parents. */
export async function selectRecomputedAncestors(db: Db) {
  const { rows } = await sql<{ unit_id: number; ancestor_id: number; depth: number }>`
    with recursive up as (
      select id as unit_id, id as ancestor_id, 0 as depth from units
      union all select up.unit_id, u.parent_id, up.depth + 1 from up join units u on u.id = up.ancestor_id where u.parent_id is not null)
    select * from up order by 1, 2`.execute(db);
  return rows;
}
