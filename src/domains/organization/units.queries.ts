import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** One command at a time changes the tree, or two moves that are each right could close a circle together. */
export async function lockTree(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('units'))`.execute(db);
}

/** An open unit named by id or code; undefined when it is not, null when none was named. */
export async function selectUnitRef(db: Db, ref: number | string | null): Promise<{ id: number; name: string } | null | undefined> {
  if (ref === null) return null;
  return db
    .selectFrom('units')
    .select(['id', 'name'])
    .where(typeof ref === 'number' ? 'id' : 'code', '=', ref)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
}

export function selectUnit(db: Db, id: number) {
  return db
    .selectFrom('units as u')
    .leftJoin('units as p', 'p.id', 'u.parent_id')
    .leftJoin('people as h', 'h.id', 'u.head_id')
    .leftJoin('people as l', 'l.id', 'u.liaison_id')
    .select([
      'u.id',
      'u.code',
      'u.name',
      'u.parent_id',
      'u.position',
      'u.closed_at',
      'u.version',
      'u.head_id',
      'u.liaison_id',
      'p.name as parent',
      'h.name as head',
      'l.name as liaison',
    ])
    .where('u.id', '=', id)
    .executeTakeFirst();
}

export function selectUnitByCode(db: Db, code: string) {
  return db.selectFrom('units').select(['id', 'name', 'closed_at']).where('code', '=', code).executeTakeFirst();
}

export async function insertUnit(db: Db, unit: { code: string; name: string; parent: number | null; now: Date }): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with place as (select coalesce(max(position) + 1, 0) as position from units where parent_id is not distinct from ${unit.parent}),
    made as (
      insert into units (code, name, parent_id, position, created_at)
      select ${unit.code}, ${unit.name}, ${unit.parent}::bigint, position, ${unit.now} from place returning id)
    select id from made`.execute(db);
  const { id } = rows[0]!;
  await sql`
    insert into unit_ancestors (unit_id, ancestor_id, depth)
    select ${id}::bigint, ${id}::bigint, 0
    union all select ${id}, ancestor_id, depth + 1 from unit_ancestors where unit_id = ${unit.parent}`.execute(db);
  return id;
}

export async function updateUnit(db: Db, id: number, change: { name: string; code: string }): Promise<void> {
  await db
    .updateTable('units')
    .set((row) => ({ ...change, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function isWithin(db: Db, unit: number, ancestor: number): Promise<boolean> {
  const row = await db
    .selectFrom('unit_ancestors')
    .select('depth')
    .where('unit_id', '=', unit)
    .where('ancestor_id', '=', ancestor)
    .executeTakeFirst();
  return row !== undefined;
}

/** Hangs a unit and all below it from another parent, last among its children. */
export async function moveSubtree(db: Db, unit: number, parent: number | null): Promise<void> {
  await sql`
    delete from unit_ancestors a using unit_ancestors below
    where below.ancestor_id = ${unit} and a.unit_id = below.unit_id
      and not exists (select from unit_ancestors kept where kept.ancestor_id = ${unit} and kept.unit_id = a.ancestor_id)`.execute(db);
  await sql`
    insert into unit_ancestors (unit_id, ancestor_id, depth)
    select below.unit_id, above.ancestor_id, below.depth + above.depth + 1
    from unit_ancestors below, unit_ancestors above
    where below.ancestor_id = ${unit} and above.unit_id = ${parent}`.execute(db);
  await sql`
    update units set parent_id = ${parent}::bigint, version = version + 1,
      position = (select coalesce(max(position) + 1, 0) from units s where s.parent_id is not distinct from ${parent}::bigint and s.id <> ${unit})
    where id = ${unit}`.execute(db);
}

/** Renumbers the open children of a parent in the order given. */
export async function orderChildren(db: Db, ids: readonly number[]): Promise<void> {
  await sql`
    update units set position = o.position - 1 from unnest(${ids}::bigint[]) with ordinality as o(id, position)
    where units.id = o.id and units.position <> o.position - 1`.execute(db);
}

export async function selectSiblings(db: Db, parent: number | null): Promise<number[]> {
  const rows = await db
    .selectFrom('units')
    .select('id')
    .where('closed_at', 'is', null)
    .where('parent_id', parent === null ? 'is' : '=', parent)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function updateAppointments(db: Db, id: number, head: string | null, liaison: string | null): Promise<void> {
  await db
    .updateTable('units')
    .set((row) => ({ head_id: head, liaison_id: liaison, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** What keeps a unit from closing: its people and its open children. */
export async function selectContents(db: Db, id: number): Promise<{ people: number; children: number }> {
  const { rows } = await sql<{ people: number; children: number }>`
    select (select count(*) from people where unit_id = ${id} and left_at is null) as people,
           (select count(*) from units where parent_id = ${id} and closed_at is null) as children`.execute(db);
  return rows[0]!;
}

export async function markClosed(db: Db, id: number, at: Date | null): Promise<void> {
  await db
    .updateTable('units')
    .set((row) => ({ closed_at: at, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
