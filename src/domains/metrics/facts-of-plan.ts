import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { dayIn, parseDay } from '#platform/clock/day.ts';
import type { HappenedEvent, Reaction } from '#platform/events/reactions.ts';
import { recordOnce } from './facts.ts';

const told = z.object({
  unit: z.number().nullable(),
  periodStart: z.string(),
  state: z.string().default(''),
  onTime: z.boolean().default(false),
  fellOn: z.string().default(''),
});

/** Whether each time that an activity was owed it was reported, and done, on time: said once, when it is known. */
export const planFacts: Reaction = {
  name: 'metrics.plan-facts',
  to: ['activity.reported', 'activity.fell_late'],
  react: (ctx, event) => (event.name === 'activity.reported' ? countReport(ctx, event) : countLateness(ctx, event)),
};

async function countReport(ctx: Ctx, event: HappenedEvent): Promise<void> {
  const { unit, periodStart, state, onTime } = told.parse(event.payload);
  const fact = { ...about(event, unit, periodStart), day: dayIn(event.happened_at, 'America/Bogota'), amount: onTime ? 1 : 0 };
  await recordOnce(ctx, [
    { ...fact, measure: 'plan.reports_on_time' },
    ...(state === 'done' ? [{ ...fact, measure: 'plan.activities_on_time' }] : []),
  ]);
}

async function countLateness(ctx: Ctx, event: HappenedEvent): Promise<void> {
  const { unit, periodStart, fellOn } = told.parse(event.payload);
  const fact = { ...about(event, unit, periodStart), day: parseDay(fellOn), amount: 0 };
  await recordOnce(ctx, [
    { ...fact, measure: 'plan.reports_on_time' },
    { ...fact, measure: 'plan.activities_on_time' },
  ]);
}

const about = (event: HappenedEvent, unit: number | null, periodStart: string) => ({
  item: Number(event.subject_id),
  unit,
  event: event.id,
  record: { type: 'occurrence', id: `${event.subject_id}:${periodStart}` },
});
