import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { Plan } from './plan.ts';

const plans = (db: Db) =>
  db
    .selectFrom('plans as p')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .select([
      'p.id',
      'p.code',
      'p.title',
      'p.summary',
      'p.unit_id as unit',
      'u.code as unitCode',
      'u.name as unitName',
      'p.parent_id as parent',
      'p.starts_on as startsOn',
      'p.ends_on as endsOn',
    ])
    .$narrowType<{ startsOn: Day; endsOn: Day }>();

export function selectPlan(db: Db, plan: number | string): Promise<Plan | undefined> {
  return plans(db)
    .where(typeof plan === 'number' ? 'p.id' : 'p.code', '=', plan)
    .executeTakeFirst();
}

export function selectPlans(db: Db): Promise<Plan[]> {
  return plans(db).orderBy('p.starts_on', 'desc').orderBy('p.title').execute();
}

/** The plan itself and every plan above it, by `parent_id`. */
export async function selectPlanChain(db: Db, plan: number): Promise<number[]> {
  const rows = await db
    .withRecursive('chain(id, parent_id)', (q) =>
      q
        .selectFrom('plans')
        .select(['id', 'parent_id'])
        .where('id', '=', plan)
        .union(q.selectFrom('plans as p').innerJoin('chain as c', 'c.parent_id', 'p.id').select(['p.id', 'p.parent_id'])),
    )
    .selectFrom('chain')
    .select('id')
    .execute();
  return rows.map((row) => row.id);
}

interface NewPlan {
  code: string;
  title: string;
  summary: string;
  unit: number;
  parent: number | null;
  startsOn: string;
  endsOn: string;
}

export async function insertPlan(db: Db, plan: NewPlan, by: string | null, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('plans')
    .values({
      code: plan.code,
      title: plan.title,
      summary: plan.summary,
      unit_id: plan.unit,
      parent_id: plan.parent,
      starts_on: plan.startsOn,
      ends_on: plan.endsOn,
      created_by: by,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updatePlan(db: Db, id: number, plan: Omit<NewPlan, 'code'>): Promise<void> {
  await db
    .updateTable('plans')
    .set({
      title: plan.title,
      summary: plan.summary,
      unit_id: plan.unit,
      parent_id: plan.parent,
      starts_on: plan.startsOn,
      ends_on: plan.endsOn,
    })
    .where('id', '=', id)
    .execute();
}
