import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { addDays, daysBetween, type Day } from '#platform/clock/day.ts';
import { listPlans, measuredByPeriod, ownWork, recentChanges, toDecide } from '#domains/plan/index.ts';
import { planBoard, type Board } from './board.ts';
import { readsItself } from './catalogue.ts';
import { overdueReading, readingDays } from './owed-readings.ts';

/** Something that a person owes: progress of an activity or the reading of an indicator. */
export interface Commitment {
  readonly kind: 'activity' | 'reading';
  readonly item: number;
  readonly title: string;
  readonly number: string;
  readonly unitName: string | null;
  readonly dueOn: Day;
  readonly daysLate: number;
  /** How many times of one activity are late. */
  readonly times: number;
}

export interface Home {
  readonly late: readonly Commitment[];
  readonly soon: readonly Commitment[];
  readonly toDecide: Awaited<ReturnType<typeof toDecide>>;
  /** How the institution's plan goes; null before any is in force. */
  readonly board: Board | null;
  readonly changes: Awaited<ReturnType<typeof recentChanges>>;
  readonly today: Day;
}

const soonDays = 14;

/** What a person finds on coming in: what is his, what waits for him, how the plan goes, what changed. */
export async function home(ctx: Ctx): Promise<Home> {
  const today = await todayOf(ctx);
  const [commitments, decide, plans, changes] = await Promise.all([
    commitmentsOf(ctx, today),
    toDecide(ctx),
    listPlans(ctx),
    recentChanges(ctx),
  ]);
  const inForce = plans.filter((plan) => plan.inForce);
  const main = inForce.find(({ parent }) => parent === null) ?? inForce[0];
  return {
    late: commitments.filter(({ daysLate }) => daysLate > 0).toSorted((one, other) => other.daysLate - one.daysLate),
    soon: commitments
      .filter(({ daysLate, dueOn }) => daysLate === 0 && daysBetween(today, dueOn) <= soonDays)
      .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1)),
    toDecide: decide,
    board: main ? await planBoard(ctx, main.id) : null,
    changes,
    today,
  };
}

async function commitmentsOf(ctx: Ctx, today: Day): Promise<Commitment[]> {
  if (ctx.actor.id === null) return [];
  const { activities, indicators } = await ownWork(ctx, ctx.actor.id, today);
  const owed = activities.flatMap(({ item, title, number, unitName, standing: { late, next } }): Commitment[] =>
    next ? [{ kind: 'activity', item, title, number, unitName, dueOn: next.endsOn, daysLate: next.daysLate, times: late.length }] : [],
  );
  const readings = indicators
    .filter(({ measure }) => !readsItself(measure!))
    .flatMap((indicator): Commitment[] => {
      const overdue = overdueReading(indicator, measuredByPeriod(indicator.readings, indicator.targets > 0), indicator.since, today);
      return overdue
        ? [
            {
              kind: 'reading',
              item: indicator.item,
              title: indicator.title,
              number: '',
              unitName: null,
              dueOn: addDays(overdue.endsOn, readingDays),
              daysLate: overdue.daysLate,
              times: 1,
            },
          ]
        : [];
    });
  return [...owed, ...readings];
}
