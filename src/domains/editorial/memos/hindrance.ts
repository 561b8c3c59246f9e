import type { Ctx } from '#platform/ctx.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { selectSentMemo, selectSignedMemo } from './memos.queries.ts';

/** Why a memo cannot go out as other pieces do; undefined when it was sent as it stands, or is no memo. */
export async function memoHindrance(ctx: Ctx, piece: { id: number; sha256: string }): Promise<Refusal | undefined> {
  const sent = await selectSentMemo(ctx.db, piece.id);
  if (sent?.sha256 === piece.sha256) return undefined;
  const signed = await selectSignedMemo(ctx.db, piece.id);
  return signed?.sha256 === piece.sha256 ? refuse('memo.not_sent', { label: signed.label }) : refuse('memo.unsigned');
}
