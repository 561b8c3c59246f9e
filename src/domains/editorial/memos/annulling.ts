import type { Ctx } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';
import { Forbidden, refuse, type Refusal } from '#platform/refusal.ts';
import { editorialPolicy } from '../policy.ts';
import { endWith } from './ending.ts';
import { memoPiece, signatoryOf, signsFor } from './heads.ts';
import { selectSignedMemo } from './memos.queries.ts';

/** Ends a signature before it goes out, with the reason. Its number stays its own: the next that is signed gets the next one. */
export async function annulSignature(ctx: Ctx, input: { piece: number; reason: string }): Promise<{ id: number } | Refusal> {
  const piece = await memoPiece(ctx, input.piece, { lock: true });
  const memo = await selectSignedMemo(ctx.db, piece.id, true);
  if (!memo) return refuse('memo.unsigned');
  const signs = signsFor(await signatoryOf(ctx, memo.unit), ctx.actor.id) || memo.signedBy === ctx.actor.id;
  if (!signs && !may(ctx.actor, editorialPolicy['pieces.publish'], memo.unit)) throw new Forbidden('memos.sign');
  await endWith(ctx, memo, 'void', input.reason);
  return { id: memo.id };
}
