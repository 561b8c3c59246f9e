import type { Actor, Ctx } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';
import { countOpenPieces, editorialPolicy } from '#domains/editorial/index.ts';
import { unreadNotices } from '#domains/organization/index.ts';

/** What waits in the rail's places, by their names; of what the actor may not read, nothing. */
export async function waiting(ctx: Ctx, actor: Actor): Promise<Record<string, { count: number; hot: boolean }>> {
  const notices = await unreadNotices(ctx);
  const pieces = may(actor, editorialPolicy['pieces.read']) ? await countOpenPieces(ctx) : null;
  return {
    notices: { count: notices, hot: false },
    ...(pieces && { pieces: { count: pieces.open, hot: pieces.late > 0 } }),
  };
}
