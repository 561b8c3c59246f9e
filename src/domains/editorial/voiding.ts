import type { Ctx } from '#platform/ctx.ts';
import { cancelDispatches } from '#domains/channels/index.ts';
import { pieceTopic, type Piece } from './piece.ts';
import { voidApprovals } from './approvals.queries.ts';
import { voidSignature } from './memos/ending.ts';
import { isMemoKind } from './memos/memo.ts';
import { voidOpenSteps } from './review.queries.ts';

/**
 * An edit ends the approval of what was approved, what is still open of a review, and what was scheduled; whether there was an approval.
 * While a piece is in review nobody edits it: each command that edits refuses so before it comes here.
 */
export async function voidApproval(ctx: Ctx, piece: Piece): Promise<boolean> {
  await voidOpenSteps(ctx.db, piece.id);
  if (isMemoKind(piece.kind)) await voidSignature(ctx, piece);
  if (!(await voidApprovals(ctx.db, piece.id, ctx.actor.id, ctx.now))) return false;
  await cancelDispatches(ctx, { type: 'piece', id: String(piece.id) });
  await ctx.tell({
    name: 'piece.approval_voided',
    subject: { type: 'piece', id: piece.id },
    before: { sha256: piece.sha256 },
    payload: { unit: piece.unit },
    topics: [pieceTopic(piece.id), 'pieces', 'calendar'],
  });
  return true;
}
