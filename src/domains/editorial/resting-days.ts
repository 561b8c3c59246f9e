import type { Ctx } from '#platform/ctx.ts';
import type { Day } from '#platform/clock/day.ts';
import { holidaysOf, ownDaysOf } from '#domains/organization/index.ts';

/** The days on which nobody works and why, in Spanish, within some days: what a calendar writes beside them. Weekends are not among them. */
export async function restingDays(ctx: Ctx, from: Day, to: Day): Promise<Record<string, string>> {
  const own = await ownDaysOf(ctx, { from, to }, null);
  const named: Record<string, string> = {};
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    for (const { day, name } of holidaysOf(year)) if (day >= from && day <= to) named[day] = name.es;
  }
  for (const { starts_on, ends_on, name } of own) {
    named[starts_on < from ? from : starts_on] = name;
    if (ends_on !== starts_on && ends_on <= to) named[ends_on] = name;
  }
  return named;
}
