import type { Ctx } from '#platform/ctx.ts';
import { pieceTopic, type Piece } from '../piece.ts';
import { memoTopic, type Memo } from './memo.ts';
import { endMemo, selectSentMemo, selectSignedMemo } from './memos.queries.ts';

/** An edit ends the signature of what has not gone out, as it ends its approval. */
export async function voidSignature(ctx: Ctx, piece: Piece): Promise<void> {
  const memo = await selectSignedMemo(ctx.db, piece.id, true);
  if (memo) await endWith(ctx, memo, 'void', '');
}

/** What was sent is taken back: nobody owes reading it any more, and a printed copy says so when it is verified. */
export async function withdrawMemo(ctx: Ctx, piece: number, reason: string): Promise<void> {
  const memo = await selectSentMemo(ctx.db, piece);
  if (memo) await endWith(ctx, memo, 'withdrawn', reason);
}

export async function replaceMemo(ctx: Ctx, memo: Memo): Promise<void> {
  await endWith(ctx, memo, 'replaced', '');
}

/** It holds no more; its number stays its own. */
export async function endWith(ctx: Ctx, memo: Memo, state: 'void' | 'replaced' | 'withdrawn', reason: string): Promise<void> {
  await endMemo(ctx.db, memo.id, { state, by: ctx.actor.id, reason }, ctx.now);
  await ctx.tell({
    name: 'memo.ended',
    subject: { type: 'memo', id: memo.id },
    before: { state: memo.state },
    after: { state, label: memo.label, ...(reason ? { reason } : {}) },
    topics: [memoTopic(memo.id), 'memos', pieceTopic(memo.piece)],
  });
}
