import type { Db } from '#platform/db/database.ts';

export function selectAlignments(db: Db, plan: number) {
  return db
    .selectFrom('plan_rows as r')
    .innerJoin('plan_versions as v', 'v.id', 'r.version_id')
    .innerJoin('plans as p', 'p.id', 'v.plan_id')
    .innerJoin('plan_items as i', 'i.id', 'r.aligned_item_id')
    .select([
      'r.aligned_item_id as serves',
      'r.item_id as objective',
      'r.title',
      'r.number',
      'v.id as version',
      'p.id as plan',
      'p.code as planCode',
      'p.title as planTitle',
    ])
    .where('i.plan_id', '=', plan)
    .where('v.state', '=', 'in_force')
    .orderBy('p.title')
    .orderBy('r.position')
    .execute();
}

/** The objectives of a version that serve one of another plan, with that plan's code and the code it last gave the objective. */
export function selectAligned(db: Db, version: number) {
  return db
    .selectFrom('plan_rows as r')
    .innerJoin('plan_items as i', 'i.id', 'r.aligned_item_id')
    .innerJoin('plans as p', 'p.id', 'i.plan_id')
    .innerJoinLateral(
      (q) =>
        q
          .selectFrom('plan_rows as s')
          .innerJoin('plan_versions as v', 'v.id', 's.version_id')
          .select('s.code')
          .whereRef('s.item_id', '=', 'r.aligned_item_id')
          .orderBy('v.number', 'desc')
          .limit(1)
          .as('said'),
      (join) => join.onTrue(),
    )
    .select(['r.item_id as objective', 'p.code as plan', 'said.code'])
    .where('r.version_id', '=', version)
    .execute();
}
