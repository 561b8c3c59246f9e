import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { selectAwaitedBy, selectReturnedTo, selectWaitingFor, type AskedStep, type ReturnedPiece } from './waiting.queries.ts';
import { readerOf } from './readers.ts';

export type { AskedStep, ReturnedPiece };

/** What of reviewing concerns somebody now. */
export interface Waiting {
  /** What waits for his decision, late first. */
  readonly forMe: readonly AskedStep[];
  /** What he wrote or owns and others have, late first. */
  readonly forOthers: readonly AskedStep[];
  /** What came back to him. */
  readonly returned: readonly ReturnedPiece[];
}

/** More than anybody decides; the page says so when it is reached. */
export const mostWaiting = 200;

export async function waitingReviews(ctx: Ctx, most = mostWaiting): Promise<Waiting> {
  const person = ctx.actor.id;
  if (person === null) return { forMe: [], forOthers: [], returned: [] };
  const [reader, day] = [await readerOf(ctx), await todayOf(ctx)];
  const [forMe, forOthers, returned] = await Promise.all([
    selectWaitingFor(ctx.db, reader, person, day, most),
    selectAwaitedBy(ctx.db, reader, person, most),
    selectReturnedTo(ctx.db, reader, person, most),
  ]);
  return { forMe, forOthers, returned };
}

/** How many pieces wait for somebody's decision, and how many of them are late. */
export async function countWaitingReviews(ctx: Ctx): Promise<{ open: number; late: number }> {
  const person = ctx.actor.id;
  if (person === null) return { open: 0, late: 0 };
  const steps = await selectWaitingFor(ctx.db, await readerOf(ctx), person, await todayOf(ctx), mostWaiting);
  return { open: steps.length, late: steps.filter(({ dueAt }) => dueAt !== null && dueAt < ctx.now).length };
}
