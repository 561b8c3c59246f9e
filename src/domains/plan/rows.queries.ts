import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Kind, Row, Target } from './plan.ts';

/** The columns of a row: its place, term, measure and targets; its words; its last edit. */
export const barely = sql`
  r.item_id as item, r.kind, r.parent_id as parent, r.position, r.aligned_item_id as aligned, r.starts_on as "startsOn",
  r.ends_on as "endsOn", r.recurrence, r.measure, r.filter, r.direction, r.adds_up as "addsUp", r.frequency,
  coalesce(t.targets, '[]') as targets`;
export const inWords = sql`
  r.number, r.code, r.title, r.description, r.unit_id as unit, u.name as "unitName", r.person_id as person, p.name as "personName",
  to_json(r.segments) as segments, to_json(r.channels) as channels, to_json(r.also_serves) as "alsoServes",
  r.figure_unit as "figureUnit", r.baseline, r.baseline_note as "baselineNote"`;
const lastEdit = sql`r.revision, r.changed_by as "changedBy", r.changed_at as "changedAt", c.name as "changedByName"`;

export const withTargets = (versions: readonly number[], item?: number) => sql`
  left join (
    select version_id, item_id,
           json_agg(json_build_object('startsOn', starts_on, 'endsOn', ends_on, 'value', value) order by starts_on) as targets
    from plan_targets where version_id = any (${versions}::bigint[]) ${item === undefined ? sql`` : sql`and item_id = ${item}`} group by 1, 2
  ) t on t.version_id = r.version_id and t.item_id = r.item_id`;
export const withNames = sql`left join units u on u.id = r.unit_id left join people p on p.id = r.person_id`;

/**
 * Every row of a version in the order of the tree, with its targets and the names of who answers for it: one statement.
 * Rows come by level; the caller (`inTreeOrder`) puts each after the one it hangs from.
 */
export async function selectRows(db: Db, version: number, item?: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ${barely}, ${inWords}, ${lastEdit}
    from plan_rows r ${withNames} left join people c on c.id = r.changed_by ${withTargets([version], item)}
    where r.version_id = ${version} ${item === undefined ? sql`` : sql`and r.item_id = ${item}`}
    order by r.position, r.item_id`.execute(db);
  return rows;
}

export async function insertItem(db: Db, plan: number, kind: Kind, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('plan_items')
    .values({ plan_id: plan, kind, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertItems(db: Db, plan: number, kinds: readonly Kind[], now: Date): Promise<number[]> {
  if (kinds.length === 0) return [];
  const rows = await db
    .insertInto('plan_items')
    .values(kinds.map((kind) => ({ plan_id: plan, kind, created_at: now })))
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

export type RowValues = Omit<Row, 'unitName' | 'personName' | 'targets' | 'revision' | 'changedBy' | 'changedByName' | 'changedAt'>;

export async function insertRows(db: Db, version: number, rows: readonly RowValues[], by: string | null, now: Date): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) {
    await db
      .insertInto('plan_rows')
      .values(
        rows.slice(at, at + 500).map((row) => ({
          version_id: version,
          item_id: row.item,
          kind: row.kind,
          ...columnsOf(row),
          changed_by: by,
          changed_at: now,
        })),
      )
      .execute();
  }
}

/** Writes a row as the next revision of the one that was read. */
export async function updateRow(
  db: Db,
  version: number,
  row: RowValues & { revision: number },
  by: string | null,
  now: Date,
): Promise<void> {
  await db
    .updateTable('plan_rows')
    .set({ ...columnsOf(row), revision: row.revision + 1, changed_by: by, changed_at: now })
    .where('version_id', '=', version)
    .where('item_id', '=', row.item)
    .execute();
}

/** Places and numbers, which follow from the tree: no edit of the row itself, and so no revision. */
export async function updatePlaces(db: Db, version: number, places: readonly Pick<Row, 'item' | 'position' | 'number'>[]): Promise<void> {
  if (places.length === 0) return;
  await sql`
    update plan_rows r set position = n.position, number = n.number
    from json_to_recordset(${JSON.stringify(places)}) as n (item bigint, position integer, number text)
    where r.version_id = ${version} and r.item_id = n.item`.execute(db);
}

export async function deleteRows(db: Db, version: number, items: readonly number[]): Promise<void> {
  await db.deleteFrom('plan_rows').where('version_id', '=', version).where('item_id', 'in', items).execute();
  await sql`
    update plan_rows set also_serves = array(select unnest(also_serves) except select unnest(${items}::bigint[]))
    where version_id = ${version} and also_serves && ${items}::bigint[]`.execute(db);
}

export async function replaceTargets(db: Db, version: number, item: number, targets: readonly Target[]): Promise<void> {
  await db.deleteFrom('plan_targets').where('version_id', '=', version).where('item_id', '=', item).execute();
  await insertTargets(
    db,
    version,
    targets.map((target) => ({ item, ...target })),
  );
}

export async function insertTargets(db: Db, version: number, targets: readonly (Target & { item: number })[]): Promise<void> {
  if (targets.length === 0) return;
  await db
    .insertInto('plan_targets')
    .values(
      targets.map((target) => ({
        version_id: version,
        item_id: target.item,
        starts_on: target.startsOn,
        ends_on: target.endsOn,
        value: target.value,
      })),
    )
    .execute();
}

/** What each version said of one item, oldest version first. */
export async function selectRowVersions(db: Db, item: number): Promise<{ version: number; number: number }[]> {
  return db
    .selectFrom('plan_rows as r')
    .innerJoin('plan_versions as v', 'v.id', 'r.version_id')
    .select(['v.id as version', 'v.number'])
    .where('r.item_id', '=', item)
    .orderBy('v.number')
    .execute();
}

/** The edits of one item as the audit log keeps them, newest first. */
export function selectRowEdits(db: Db, item: number, limit: number) {
  return db
    .selectFrom('audit_entries')
    .select(['at', 'actor_name as who', 'action', 'before', 'after'])
    .where('subject_type', '=', 'plan_item')
    .where('subject_id', '=', String(item))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The plan that an item belongs to. */
export async function selectItem(db: Db, item: number): Promise<{ id: number; plan: number; kind: Kind } | undefined> {
  return db
    .selectFrom('plan_items')
    .select(['id', 'plan_id as plan', 'kind'])
    .$narrowType<{ kind: Kind }>()
    .where('id', '=', item)
    .executeTakeFirst();
}

/** Whether the dependency or the person named is not there (closed, or gone). */
export async function selectMissing(db: Db, unit: number | null, person: string | null): Promise<{ unit: boolean; person: boolean }> {
  const { rows } = await sql<{ unit: boolean; person: boolean }>`
    select ${unit}::bigint is not null and not exists (select from units where id = ${unit}::bigint and closed_at is null) as unit,
           ${person}::uuid is not null and not exists (select from people where id = ${person}::uuid and left_at is null) as person`.execute(
    db,
  );
  return rows[0]!;
}

const columnsOf = (row: RowValues) => ({
  parent_id: row.parent,
  position: row.position,
  number: row.number,
  code: row.code,
  title: row.title,
  description: row.description,
  unit_id: row.unit,
  person_id: row.person,
  aligned_item_id: row.aligned,
  starts_on: row.startsOn,
  ends_on: row.endsOn,
  recurrence: row.recurrence,
  segments: [...row.segments],
  channels: [...row.channels],
  also_serves: [...row.alsoServes],
  measure: row.measure,
  filter: JSON.stringify(row.filter),
  figure_unit: row.figureUnit,
  direction: row.direction,
  adds_up: row.addsUp,
  frequency: row.frequency,
  baseline: row.baseline,
  baseline_note: row.baselineNote,
});
