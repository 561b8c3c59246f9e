import type { Ctx } from '#platform/ctx.ts';
import type { Day } from '#platform/clock/day.ts';
import { standing, type Standing } from './lateness.ts';
import type { Plan, Row, Version } from './plan.ts';
import { selectPlan } from './plans.queries.ts';
import { selectTold } from './reports.queries.ts';
import { selectReadings, type Reading } from './readings.queries.ts';
import { selectRows } from './rows.queries.ts';
import { inTreeOrder } from './tree.ts';
import { selectVersionInForce, selectVersions } from './versions.queries.ts';
import { selectAlignedPlans, selectForceStarts } from './work.queries.ts';

/** What one plan says today and what was told of it: all that its figures, lateness and progress are made from. */
export interface PlanWork {
  readonly plan: Plan;
  readonly version: Version;
  /** The first day on which anything of it was owed: that on which it first came into force. */
  readonly since: Day;
  /** In the order of the tree. */
  readonly rows: readonly Row[];
  /** How each activity stands, by item. */
  readonly activities: ReadonlyMap<number, Standing>;
  /** What was measured by hand, by indicator. */
  readonly readings: ReadonlyMap<number, readonly Reading[]>;
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
  const [found, inForce, starts] = await Promise.all([
    selectPlan(ctx.db, plan),
    selectVersionInForce(ctx.db, plan),
    selectForceStarts(ctx.db, [plan]),
  ]);
  const version = inForce ?? (found && (await selectVersions(ctx.db, plan))[0]);
  if (!found || !version) return undefined;
  const rows = inTreeOrder(await selectRows(ctx.db, version.id));
  const items = (kind: Row['kind']) => rows.filter((row) => row.kind === kind).map(({ item }) => item);
  const [told, readings] = await Promise.all([
    selectTold(ctx.db, items('activity'), look.until),
    selectReadings(ctx.db, items('indicator'), look.until),
  ]);
  const since = starts.get(plan) ?? look.day;
  const toldOf = Map.groupBy(told, ({ item }) => item);
  return {
    plan: found,
    version,
    since,
    rows,
    activities: new Map(
      rows.filter(({ kind }) => kind === 'activity').map((row) => [row.item, standing(row, toldOf.get(row.item) ?? [], since, look.day)]),
    ),
    readings: Map.groupBy(readings, ({ item }) => item),
  };
}

/** The plans in force whose objectives align to this plan's, directly or through another. */
export function alignedPlans(ctx: Ctx, plan: number): Promise<number[]> {
  return selectAlignedPlans(ctx.db, plan);
}
