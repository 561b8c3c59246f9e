import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { withdrawDispatches } from '#domains/channels/index.ts';
import { closeUnshown } from './going-out.ts';
import { withdrawMemo } from './memos/ending.ts';
import { isMemoKind } from './memos/memo.ts';
import { pieceTopic } from './piece.ts';
import { getPiece } from './pieces.ts';
import { editorialPolicy } from './policy.ts';
import { endPublications, updateGoneOut } from './publications.queries.ts';
import type { WithdrawalInput } from './publishing.input.ts';
import { sourceOf } from './scheduling.ts';

/**
 * Takes back a piece from every channel by which it went out, with the reason: its page stays and says so, who was written to is told,
 * who carried it is asked to take it down, and its files are strangers' no more.
 */
export async function withdrawPiece(ctx: Ctx, input: WithdrawalInput): Promise<{ channels: string[] } | Refusal> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.withdraw', piece.unit);
  const withdrawn = await withdrawDispatches(ctx, sourceOf(piece.id), input.reason);
  if (withdrawn.length === 0) return refuse('piece.not_out');
  if (isMemoKind(piece.kind)) await withdrawMemo(ctx, piece.id, input.reason);
  const files = await endPublications(ctx.db, piece.id, { state: 'withdrawn', reason: input.reason, now: ctx.now });
  await closeUnshown(ctx, files);
  const channels = withdrawn.map(({ channel }) => channel);
  const stays = piece.state === 'draft' || piece.state === 'in_review';
  await updateGoneOut(ctx.db, piece.id, {
    state: stays ? piece.state : 'withdrawn',
    publishAt: null,
    withdrawnAt: ctx.now,
    reason: input.reason,
  });
  await ctx.tell({
    name: 'piece.withdrawn',
    subject: { type: 'piece', id: piece.id },
    before: { state: piece.state },
    after: { state: stays ? piece.state : 'withdrawn', channels, reason: input.reason },
    payload: { unit: piece.unit, kind: piece.kind, item: piece.item, campaign: piece.campaign, channels },
    topics: [pieceTopic(piece.id), 'pieces', 'calendar', 'portal'],
  });
  return { channels };
}
