import type { Ctx } from '#platform/ctx.ts';
import { expireDispatches } from '#domains/channels/index.ts';
import { notify, todayOf } from '#domains/organization/index.ts';
import { closeUnshown } from './going-out.ts';
import { pieceTopic } from './piece.ts';
import { getPiece } from './pieces.ts';
import { endPublications, selectDueReviews, selectOverdue, updateGoneOut } from './publications.queries.ts';
import { noticeTitle } from './review.ts';
import { sourceOf } from './scheduling.ts';

/** What stood until yesterday is no longer shown; its owner is told. How many. */
export async function expirePieces(ctx: Ctx): Promise<number> {
  const overdue = await selectOverdue(ctx.db, await todayOf(ctx));
  for (const id of overdue) await expirePiece(ctx, id);
  return overdue.length;
}

async function expirePiece(ctx: Ctx, id: number): Promise<void> {
  const piece = await getPiece(ctx, id, { lock: true });
  await expireDispatches(ctx, sourceOf(id));
  await closeUnshown(ctx, await endPublications(ctx.db, id, { state: 'expired', reason: '', now: ctx.now }));
  if (piece.state === 'published') await updateGoneOut(ctx.db, id, { state: 'expired' });
  await notify(ctx, {
    to: [piece.owner],
    kind: 'piece.expired',
    facts: { title: noticeTitle(piece) },
    path: `/workspace/pieces/${id}`,
    subject: { type: 'piece', id },
  });
  await ctx.tell({
    name: 'piece.expired',
    subject: { type: 'piece', id },
    before: { state: piece.state },
    after: { state: piece.state === 'published' ? 'expired' : piece.state, expiresOn: piece.expiresOn },
    payload: { unit: piece.unit, kind: piece.kind, item: piece.item, campaign: piece.campaign },
    topics: [pieceTopic(id), 'pieces', 'calendar', 'portal'],
  });
}

/** Asks the owners of what is out, once each, to look at it again when its day has come. */
export async function askForReviews(ctx: Ctx): Promise<number> {
  const due = await selectDueReviews(ctx.db, await todayOf(ctx));
  for (const piece of due)
    await notify(ctx, {
      to: [piece.owner],
      kind: 'piece.review_due',
      facts: { title: noticeTitle(piece) },
      path: `/workspace/pieces/${piece.id}/term`,
      subject: { type: 'piece', id: piece.id },
    });
  return due.length;
}
