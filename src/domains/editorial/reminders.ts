import { dayIn } from '#platform/clock/day.ts';
import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { institutionOf, notify } from '#domains/organization/index.ts';
import { pieceTopic } from './piece.ts';
import { getPiece } from './pieces.ts';
import { editorialPolicy } from './policy.ts';
import { noticeTitle, reviewPath } from './review.ts';
import { updateReminded } from './review.queries.ts';
import { selectStepsNow } from './steps.ts';

/** Reminds whoever is asked about a piece; once a day. */
export async function remindReviewer(ctx: Ctx, input: { piece: number }): Promise<{ reminded: number } | Refusal> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.write', piece.unit);
  const asked = (await selectStepsNow(ctx, piece.id)).filter(({ state }) => state === 'asked');
  if (piece.state !== 'in_review' || asked.length === 0) return refuse('review.not_in_review');
  const { zone } = await institutionOf(ctx);
  const due = asked.filter(({ remindedAt }) => remindedAt === null || dayIn(remindedAt, zone) < dayIn(ctx.now, zone));
  if (due.length === 0) return refuse('review.reminded_today', { who: asked[0]!.personName ?? '' });
  await updateReminded(
    ctx.db,
    due.map(({ id }) => id),
    ctx.now,
  );
  await notify(ctx, {
    to: due.flatMap(({ person, standIn }) => [person, standIn]),
    kind: 'piece.reminder',
    facts: { title: noticeTitle(piece), who: ctx.actor.name },
    path: reviewPath(piece.id),
    subject: { type: 'piece', id: piece.id },
  });
  await ctx.tell({
    name: 'piece.reviewer_reminded',
    subject: { type: 'piece', id: piece.id },
    after: { steps: due.map(({ step }) => step) },
    topics: [pieceTopic(piece.id)],
  });
  return { reminded: due.length };
}
