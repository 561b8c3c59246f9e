import type { Ctx } from '#platform/ctx.ts';
import { dayIn, type Day } from '#platform/clock/day.ts';
import { selectZone } from './plans.queries.ts';

/** The day it is in the institution's zone. */
export async function today(ctx: Ctx): Promise<Day> {
  return dayIn(ctx.now, await selectZone(ctx.db));
}
