import { todayOf } from '#domains/organization/index.ts';
import { planCalendar } from '#domains/plan/index.ts';
import { periodOf } from '#platform/clock/period.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';
import { calendarAsked } from './calendar-asked.ts';
import { stateIn } from './calendar-state.ts';
import { shownVersion } from './shown.ts';

/** What the plan owes in the year of the calendar, to take away. */
export const loader = load(async ({ ctx, params, url, visit }) => {
  const say = sayIn(visit.locale);
  const { plan, version } = await shownVersion(ctx, params['plan'], url);
  const { month, unit } = calendarAsked(url, plan, await todayOf(ctx));
  const year = periodOf('year', month);
  const items = await planCalendar(ctx, { plan: plan.id, version: version.id }, { from: year.startsOn, to: year.endsOn, unit });
  return download(
    {
      name: `${plan.code}-${month.slice(0, 4)}`,
      heads: [say('work.number'), say('work.activity'), say('work.from'), say('plan.term'), say('plan.responsible'), say('work.state')],
      rows: items.map((item): Cell[] => [item.number, item.title, item.startsOn, item.endsOn, item.who, stateIn(say, item)]),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});
