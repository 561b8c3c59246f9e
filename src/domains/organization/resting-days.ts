import type { Ctx } from '#platform/ctx.ts';
import { addDays, type Day, parseDay } from '#platform/clock/day.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { holidaysOf } from './holidays.ts';
import { ownDaysOf } from './non-working-days.ts';

/** The days on which nobody works and why, within some days: what a calendar writes beside them. Weekends are not among them. */
export async function restingDays(ctx: Ctx, from: Day, to: Day, locale: Locale = 'es'): Promise<Record<string, string>> {
  const named: Record<string, string> = {};
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    for (const { day, name } of holidaysOf(year)) if (day >= from && day <= to) named[day] = name[locale];
  }
  for (const { starts_on, ends_on, name } of await ownDaysOf(ctx, { from, to }, null)) {
    for (let day = starts_on < from ? from : parseDay(starts_on); day <= ends_on && day <= to; day = addDays(day, 1)) named[day] = name;
  }
  return named;
}
