import type { Ctx } from '#platform/ctx.ts';
import { cancelDispatches } from '#domains/channels/index.ts';
import { pieceTopic, type Piece } from './piece.ts';
import { voidApprovals } from './pieces.queries.ts';

/** An edit ends the approval of what was approved, and stops what was scheduled of it; whether there was one. */
export async function voidApproval(ctx: Ctx, piece: Piece): Promise<boolean> {
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
