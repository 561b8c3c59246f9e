import type { Ctx } from '#platform/ctx.ts';
import { addBusinessDays, businessDaysBetween } from '#platform/clock/business-days.ts';
import { addDays, dayIn, type Day } from '#platform/clock/day.ts';
import { workingHoursBetween } from '#platform/clock/working-hours.ts';
import { institutionOf, nonWorkingDaysOf } from '#domains/organization/index.ts';

/**
 * The business days in which the office answers a request: it accepts it, returns it with its questions, or joins it to another.
 * A promise of the office to its dependencies, not a term of law.
 */
export const answerDays = 3;

/** The day on which the office has answered what is asked now, at the latest. */
export async function answerDueOn(ctx: Ctx): Promise<Day> {
  const { zone } = await institutionOf(ctx);
  const today = dayIn(ctx.now, zone);
  return addBusinessDays(today, answerDays, await nonWorkingDaysOf(ctx, { from: today, to: addDays(today, 90) }));
}

/** The working hours from an instant to now, and the business days. */
export async function sinceThen(ctx: Ctx, then: Date): Promise<{ hours: number; days: number }> {
  const { zone } = await institutionOf(ctx);
  const from = dayIn(then, zone);
  const to = dayIn(ctx.now, zone);
  const nonWorking = await nonWorkingDaysOf(ctx, { from, to });
  return { hours: workingHoursBetween(then, ctx.now, nonWorking, zone), days: businessDaysBetween(from, to, nonWorking) };
}

/** Business days from today to a day; negative when it has passed. */
export async function businessDaysTo(ctx: Ctx, day: Day): Promise<number> {
  const { zone } = await institutionOf(ctx);
  const today = dayIn(ctx.now, zone);
  const [from, to] = today < day ? [today, day] : [day, today];
  return businessDaysBetween(today, day, await nonWorkingDaysOf(ctx, { from, to }));
}
