import type { Ctx } from '#platform/ctx.ts';
import { wallClock } from '#platform/clock/wall-clock.ts';
import { institutionOf } from '#domains/organization/index.ts';

/** An instant from what a form or an API said: with a zone as it is, without one an hour of the institution's wall clock. */
export async function readMoment(ctx: Ctx, said: string | null): Promise<Date | null> {
  if (said === null) return null;
  if (/(z|[+-]\d\d:?\d\d)$/i.test(said)) return new Date(said);
  const { zone } = await institutionOf(ctx);
  return wallClock(said, zone);
}
