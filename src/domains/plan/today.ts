import type { Ctx } from '#platform/ctx.ts';
import { dayIn, type Day } from '#platform/clock/day.ts';
import { zoneOf } from '#domains/organization/index.ts';

/** The day it is in the institution's zone. */
export async function today(ctx: Ctx): Promise<Day> {
  return dayIn(ctx.now, await zoneOf(ctx));
}
