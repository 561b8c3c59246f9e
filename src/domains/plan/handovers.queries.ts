import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Kind } from './plan.ts';

/** Something of a plan that somebody answered for. */
export interface HandedOver {
  readonly item: number;
  readonly kind: Kind;
  readonly title: string;
  readonly plan: number;
  readonly planTitle: string;
  /** The dependency that answers for it, or else for the plan. */
  readonly unit: number;
}

/** Puts another, or nobody, in the place of a person in every row that is not history. @returns each item once. */
export async function updateResponsible(db: Db, from: string, to: string | null, now: Date): Promise<HandedOver[]> {
  const { rows } = await sql<HandedOver>`
    with changed as (
      update plan_rows r set person_id = ${to}::uuid, revision = r.revision + 1, changed_by = null, changed_at = ${now}
      from plan_versions v
      where v.id = r.version_id and v.state <> 'closed' and r.person_id = ${from}
      returning r.item_id, r.version_id, r.kind, r.title, r.unit_id, v.plan_id
    )
    -- of an item in several versions, what the newest says of it
    select distinct on (c.item_id) c.item_id as item, c.kind, c.title, p.id as plan, p.title as "planTitle", coalesce(c.unit_id, p.unit_id) as unit
    from changed c join plans p on p.id = c.plan_id
    order by c.item_id, c.version_id desc`.execute(db);
  return rows;
}

/** Names who answers for one item, or nobody, in every version that is not history. */
export async function updateResponsibleOf(db: Db, item: number, to: string | null, by: string | null, now: Date): Promise<void> {
  await sql`
    update plan_rows r set person_id = ${to}::uuid, revision = r.revision + 1, changed_by = ${by}::uuid, changed_at = ${now}
    from plan_versions v where v.id = r.version_id and v.state <> 'closed' and r.item_id = ${item}`.execute(db);
}

/** Puts another in the place of who was to mend a figure. @returns the items of the annotations. */
export async function updateOwners(db: Db, from: string, to: string): Promise<{ item: number; plan: number }[]> {
  const { rows } = await sql<{ item: number; plan: number }>`
    with changed as (
      update annotations set owner_id = ${to} where owner_id = ${from} and kind = 'action' and withdrawn_at is null returning item_id
    )
    select distinct i.id as item, i.plan_id as plan from changed c join plan_items i on i.id = c.item_id order by 1`.execute(db);
  return rows;
}

export interface Reader {
  readonly name: string;
  readonly email: string;
  readonly language: string;
}

/** Who is told of what a dependency was left with: its head, or its liaison, or those of the nearest one above that has. */
export async function selectUnitReader(db: Db, unit: number): Promise<Reader | undefined> {
  const { rows } = await sql<Reader>`
    select p.name, p.email, p.language
    from unit_ancestors a join units u on u.id = a.ancestor_id join people p on p.id = coalesce(u.head_id, u.liaison_id)
    where a.unit_id = ${unit} and p.left_at is null order by a.depth limit 1`.execute(db);
  return rows[0];
}

/** The head of communications, when no dependency has anybody to tell. */
export async function selectOfficeReader(db: Db): Promise<Reader | undefined> {
  const { rows } = await sql<Reader>`
    select p.name, p.email, p.language from grants g join people p on p.id = g.person_id
    where g.role = 'head_of_communications' and g.ended_at is null and p.left_at is null order by g.unit_id nulls first, g.id limit 1`.execute(
    db,
  );
  return rows[0];
}

export async function selectPersonName(db: Db, person: string): Promise<string> {
  return (await db.selectFrom('people').select('name').where('id', '=', person).executeTakeFirst())?.name ?? '';
}
