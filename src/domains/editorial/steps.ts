import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { selectSteps } from './review.queries.ts';
import type { Step } from './review.ts';

/** The steps of the newest round of a piece, in order; none when it was never submitted. */
export async function selectStepsNow(ctx: Ctx, piece: number): Promise<Step[]> {
  const steps = await selectSteps(ctx.db, piece, await todayOf(ctx));
  return steps.filter(({ round }) => round === steps[0]!.round);
}
