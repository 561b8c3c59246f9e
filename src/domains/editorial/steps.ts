import type { Ctx } from '#platform/ctx.ts';
import { selectSteps } from './review.queries.ts';
import type { Step } from './review.ts';
import { today } from './reviewers.ts';

/** The steps of the newest round of a piece, in order; none when it was never submitted. */
export async function selectStepsNow(ctx: Ctx, piece: number): Promise<Step[]> {
  const steps = await selectSteps(ctx.db, piece, await today(ctx));
  return steps.filter(({ round }) => round === steps[0]!.round);
}
