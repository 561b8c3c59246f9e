import type { Ctx } from '#platform/ctx.ts';
import { addDays } from '#platform/clock/day.ts';
import { notify, todayOf } from '#domains/organization/index.ts';
import { markLicenceTold, selectEndingLicences } from './licences.queries.ts';

const before = 15;

/** Tells whose pieces show something, and who brought it, fifteen days before its licence ends and again once it ended. */
export async function noticeLicences(ctx: Ctx): Promise<number> {
  const today = await todayOf(ctx);
  const ending = await selectEndingLicences(ctx.db, today, addDays(today, before));
  for (const licence of ending) {
    await notify(ctx, {
      to: licence.people,
      kind: `asset.licence_${licence.what}`,
      facts: { title: licence.title, day: licence.expiresOn, count: licence.pieces },
      path: `/workspace/assets/${licence.id}`,
      subject: { type: 'asset', id: licence.id },
    });
    await markLicenceTold(ctx.db, licence);
    await ctx.tell({
      name: 'asset.licence_noticed',
      subject: { type: 'asset', id: licence.id },
      after: { expires_on: licence.expiresOn, people: licence.people.length },
    });
  }
  return ending.length;
}
