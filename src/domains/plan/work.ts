import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import { standing, type Standing } from './lateness.ts';
import type { Plan, Version } from './plan.ts';
import {
  selectAlignedPlans,
  selectBareRows,
  selectTakenIn,
  selectToldIn,
  selectWorking,
  selectWorkRows,
  type BareRow,
  type Taken,
  type WorkRow,
} from './plan-work.queries.ts';
import { inTreeOrder } from './tree.ts';

export type { BareRow, Taken, WorkRow };

/** What one plan says today and what was told of it: all that its figures, lateness and progress are made from. */
export interface PlanWork<R extends BareRow = WorkRow> {
  readonly plan: Plan;
  readonly version: Version;
  /** The first day on which anything of it was owed: that on which it first came into force. */
  readonly since: Day;
  /** In the order of the tree; bare ones in any. */
  readonly rows: readonly R[];
  /** How each activity stands, by item. */
  readonly activities: ReadonlyMap<number, Standing>;
  /** What was measured by hand, by indicator. */
  readonly readings: ReadonlyMap<number, readonly Taken[]>;
}

/** A look at a plan on one day; `until` is the instant at which that day ends, or now. */
export interface Look {
  readonly day: Day;
  readonly until: Date;
}

/**
 * The work of a plan: by the version in force, else by its newest one. Undefined when the plan is not there or has no version.
 */
export async function planWork(ctx: Ctx, plan: number, look: Look): Promise<PlanWork | undefined> {
  const [work] = await worksOf(ctx, [plan], look, selectWorkRows);
  return work && { ...work, rows: inTreeOrder(work.rows) };
}

/** The work of the plans in force whose objectives align to this plan's, directly or through another: enough of it to roll up. */
export async function alignedWorks(ctx: Ctx, plan: number, look: Look): Promise<PlanWork<BareRow>[]> {
  return worksOf(ctx, await selectAlignedPlans(ctx.db, plan), look, selectBareRows);
}

async function worksOf<R extends BareRow>(
  ctx: Ctx,
  plans: readonly number[],
  look: Look,
  selectTheirRows: (db: Db, versions: readonly number[]) => Promise<R[]>,
): Promise<PlanWork<R>[]> {
  const working = await selectWorking(ctx.db, plans);
  const versions = working.map(({ version }) => version.id);
  const [rows, told, taken] = await Promise.all([
    selectTheirRows(ctx.db, versions),
    selectToldIn(ctx.db, versions, look.until),
    selectTakenIn(ctx.db, versions, look.until),
  ]);
  const rowsIn = Map.groupBy(rows, ({ version }) => version);
  const toldOf = Map.groupBy(told, ({ item }) => item);
  return working.map(({ plan, version, since: first }) => {
    const own = rowsIn.get(version.id) ?? [];
    const since = first ?? look.day;
    const activities = own.filter(({ kind }) => kind === 'activity');
    return {
      plan,
      version,
      since,
      rows: own,
      activities: new Map(activities.map((row) => [row.item, standing(row, toldOf.get(row.item) ?? [], since, look.day)])),
      readings: taken,
    };
  });
}
