import type { Ctx } from '#platform/ctx.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { allowedTries, countTry, deleteOldTries, deleteTries } from './attempts.queries.ts';

const waitMinutes = 15;
const wait = waitMinutes * 60_000;

/**
 * Counts a try before it is judged, in a transaction of its own: a wrong try rolls its command back, but not its count.
 * @returns how many are left after this one; refused with `sign_in.wait` from the sixth on, until 15 minutes after the fifth.
 */
export async function countAttempt(ctx: Ctx, key: string, field: string): Promise<{ left: number } | Refusal> {
  const windowStart = new Date(ctx.now.getTime() - wait);
  await deleteOldTries(ctx.db, windowStart);
  const { tries, firstAt } = await countTry(ctx.db, key, ctx.now, windowStart);
  if (tries > allowedTries) {
    return refuse('sign_in.wait', { count: Math.max(1, Math.ceil((firstAt.getTime() + wait - ctx.now.getTime()) / 60_000)) }, field);
  }
  return { left: allowedTries - tries };
}

/** After a right one the count begins again. */
export async function forgetAttempts(ctx: Ctx, key: string): Promise<void> {
  await deleteTries(ctx.db, key);
}

/** The sentence after a wrong try: with tries left, or with the wait that begins. */
export function wrong(code: string, left: number, field: string): Refusal {
  return left > 0 ? refuse(code, { count: left, minutes: waitMinutes }, field) : refuse('sign_in.wait', { count: waitMinutes }, field);
}
