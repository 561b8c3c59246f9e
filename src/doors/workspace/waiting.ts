import type { Actor, Ctx } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';
import { countOpenPieces, countWaitingRequests, countWaitingReviews, editorialPolicy } from '#domains/editorial/index.ts';
import { unreadNotices } from '#domains/organization/index.ts';

/**
 * What waits in the rail's places, by their names; of what the actor may not read, nothing. Of pieces, whoever reviews sees those that
 * wait for his decision; any other reader, those under way.
 */
export async function waiting(ctx: Ctx, actor: Actor): Promise<Record<string, { count: number; hot: boolean }>> {
  const [notices, requests, pieces] = await Promise.all([unreadNotices(ctx), countWaitingRequests(ctx), piecesWaiting(ctx, actor)]);
  return {
    notices: { count: notices, hot: false },
    requests: { count: requests.open, hot: requests.late > 0 },
    ...(pieces && { pieces: { count: pieces.open, hot: pieces.late > 0 } }),
  };
}

function piecesWaiting(ctx: Ctx, actor: Actor): Promise<{ open: number; late: number }> | null {
  if (may(actor, editorialPolicy['pieces.review'])) return countWaitingReviews(ctx);
  return may(actor, editorialPolicy['pieces.read']) ? countOpenPieces(ctx) : null;
}
