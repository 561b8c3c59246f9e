import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { addDays } from '#platform/clock/day.ts';
import { planTopic } from './plan.ts';
import { planWork } from './work.ts';
import { selectNoticed, selectPlansInForce } from './work.queries.ts';

/** Tells, once for each occurrence, that an activity's end passed without its being done. Run each day. */
export async function noticeLateness(ctx: Ctx): Promise<void> {
  const day = await todayOf(ctx);
  for (const plan of await selectPlansInForce(ctx.db)) {
    const work = (await planWork(ctx, plan, { day, until: ctx.now }))!;
    const rowOf = new Map(work.rows.map((row) => [row.item, row]));
    const noticed = await selectNoticed(ctx.db, [...work.activities.keys()]);
    for (const [item, { late }] of work.activities) {
      const { unit, channels, segments } = rowOf.get(item)!;
      for (const { startsOn, endsOn, told } of late.filter((owed) => !noticed.has(`${item}:${owed.startsOn}`))) {
        await ctx.tell({
          name: 'activity.fell_late',
          subject: { type: 'plan_item', id: item },
          after: { startsOn, endsOn },
          payload: {
            plan,
            belongs: { activity: item, unit, channels, segments },
            periodStart: startsOn,
            fellOn: addDays(endsOn, 1),
            told: told !== undefined,
          },
          topics: [planTopic(plan), 'portal'],
        });
      }
    }
  }
}
