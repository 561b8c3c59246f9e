import type { Ctx } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';
import type { Day } from '#platform/clock/day.ts';
import { standing, type Standing } from './lateness.ts';
import {
  selectIndicatorsOf,
  selectOwnActivities,
  selectRecentChanges,
  selectUndecided,
  type Change,
  type OwnActivity,
  type OwnIndicator,
  type Undecided,
} from './mine.queries.ts';
import type { Plan, Version } from './plan.ts';
import { planPolicy } from './policy.ts';
import { listPlans } from './reading.ts';
import { selectReadings, type Reading } from './readings.queries.ts';
import { selectTold } from './reports.queries.ts';
import { selectAuthors } from './versions.queries.ts';
import { workPolicy } from './work-policy.ts';

export interface OwnWork {
  readonly activities: readonly (OwnActivity & { standing: Standing })[];
  readonly indicators: readonly (OwnIndicator & { readings: readonly Reading[]; since: Day })[];
}

/** What a person answers for in the plans in force, with how it stands. */
export async function ownWork(ctx: Ctx, person: string, today: Day): Promise<OwnWork> {
  const activities = await selectOwnActivities(ctx.db, person);
  const items = activities.map(({ item }) => item);
  const [told, indicators] = await Promise.all([selectTold(ctx.db, items, ctx.now), selectIndicatorsOf(ctx.db, items)]);
  const readings = Map.groupBy(
    await selectReadings(
      ctx.db,
      indicators.map(({ item }) => item),
    ),
    ({ item }) => item,
  );
  const toldOf = Map.groupBy(told, ({ item }) => item);
  const sinceOf = new Map(activities.map(({ item, since }) => [item, since]));
  return {
    activities: activities.map((activity) => ({
      ...activity,
      standing: standing(activity, toldOf.get(activity.item) ?? [], activity.since, today),
    })),
    indicators: indicators.map((indicator) => ({
      ...indicator,
      readings: readings.get(indicator.item) ?? [],
      since: sinceOf.get(indicator.activity)!,
    })),
  };
}

export interface ToDecide {
  readonly versions: readonly (Version & { of: Plan })[];
  readonly readings: readonly Undecided[];
}

/** What waits for this person's yes or no: versions in review that he did not write, readings that he did not take. */
export async function toDecide(ctx: Ctx): Promise<ToDecide> {
  const [plans, undecided] = await Promise.all([listPlans(ctx), selectUndecided(ctx.db)]);
  const versions = plans.flatMap((plan) =>
    plan.open?.state === 'in_review' && may(ctx.actor, planPolicy['plans.approve'], plan.unit) ? [{ ...plan.open, of: plan }] : [],
  );
  const own = await Promise.all(
    versions.map(async ({ id }) => (await selectAuthors(ctx.db, id)).some((author) => author.id === ctx.actor.id)),
  );
  return {
    versions: versions.filter((_, index) => !own[index]),
    readings: undecided.filter(({ person, unit }) => person !== ctx.actor.id && may(ctx.actor, workPolicy['reading.decide'], unit)),
  };
}

/** The facts of plans that people like to know of. */
export const changeNames = [
  'activity.reported',
  'activity.fell_late',
  'reading.taken',
  'reading.corrected',
  'reading.accepted',
  'reading.returned',
  'annotation.written',
  'version.submitted',
  'version.returned',
  'version.approved',
  'version.in_force',
  'plan.imported',
  'row.edited',
  'targets.set',
  'item.handed_over',
  'item.left_unowned',
] as const;

/** What changed lately, newest first. */
export function recentChanges(ctx: Ctx, limit = 6): Promise<Change[]> {
  return selectRecentChanges(ctx.db, changeNames, limit);
}
