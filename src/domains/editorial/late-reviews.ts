import { dayIn } from '#platform/clock/day.ts';
import type { Ctx } from '#platform/ctx.ts';
import { institutionOf, nonWorkingDaysOf, notify } from '#domains/organization/index.ts';
import { noticeTitle, reviewPath } from './review.ts';
import { selectLateSteps, updateReminded } from './review.queries.ts';

/** Tells whoever is asked that his review is late, once each working day until he decides. Run each day. */
export async function noticeLateReviews(ctx: Ctx): Promise<void> {
  const { zone } = await institutionOf(ctx);
  const day = dayIn(ctx.now, zone);
  if ((await nonWorkingDaysOf(ctx, { from: day, to: day }))(day)) return;
  const late = (await selectLateSteps(ctx.db, ctx.now, day)).filter(
    ({ remindedAt }) => remindedAt === null || dayIn(remindedAt, zone) < day,
  );
  if (late.length === 0) return;
  await updateReminded(
    ctx.db,
    late.map(({ step }) => step),
    ctx.now,
  );
  for (const { piece, title, class: clearance, person, standIn } of late)
    await notify(ctx, {
      to: [person, standIn],
      kind: 'piece.review_late',
      facts: { title: noticeTitle({ id: piece, title, class: clearance }) },
      path: reviewPath(piece),
      subject: { type: 'piece', id: piece },
    });
}
