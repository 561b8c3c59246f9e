import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { checkPiece } from './check-piece.ts';
import { endWaiver, insertWaiver } from './checks.queries.ts';
import { pieceTopic } from './piece.ts';
import { getPiece } from './pieces.ts';
import { editorialPolicy } from './policy.ts';
import type { EndedWaiverInput, WaiverInput } from './waivers.input.ts';

// The law leaves no room for a reason: what is not public in a public channel, and a child's face or data.
const never = new Set<string>(['class', 'missing_field']);

/** Lets a piece pass a check that stops it, with a reason and the name of who answers for it. It holds until it is ended. */
export async function waiveCheck(ctx: Ctx, input: WaiverInput): Promise<{ piece: number } | Refusal> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.waive', piece.unit);
  if (never.has(input.check)) return refuse('waiver.never', {}, 'check');
  const { checks } = await checkPiece(ctx, piece);
  if (checks.find(({ check }) => check === input.check)?.level !== 'block') return refuse('waiver.nothing', {}, 'check');
  await insertWaiver(ctx.db, input, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'check.waived',
    subject: { type: 'piece', id: piece.id },
    after: { check: input.check, reason: input.reason },
    topics: [pieceTopic(piece.id)],
  });
  return { piece: piece.id };
}

/** The check stops the piece again. @throws NotFound when it was not waived */
export async function unwaiveCheck(ctx: Ctx, input: EndedWaiverInput): Promise<{ piece: number }> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.waive', piece.unit);
  if (!(await endWaiver(ctx.db, piece.id, input.check, ctx.now))) throw new NotFound(`waiver of ${input.check}`);
  await ctx.tell({
    name: 'check.unwaived',
    subject: { type: 'piece', id: piece.id },
    before: { check: input.check },
    topics: [pieceTopic(piece.id)],
  });
  return { piece: piece.id };
}

/** Whether a check may be waived at all. */
export const isWaivable = (check: string): boolean => !never.has(check);
