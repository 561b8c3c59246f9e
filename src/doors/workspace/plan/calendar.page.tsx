import { useLoaderData, useSearchParams } from 'react-router';
import { restingDays, todayOf } from '#domains/organization/index.ts';
import { planCalendar, planCalendarVoice, versionTree, weeksOf, type CalendarItem } from '#domains/plan/index.ts';
import { addMonths, type Day } from '#platform/clock/day.ts';
import { periodOf } from '#platform/clock/period.ts';
import { load } from '#platform/http/page.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { MonthBar } from '#ui/month-bar.tsx';
import { Month } from '#ui/month.tsx';
import { Badge } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import { calendarAsked } from './calendar-asked.ts';
import { CalendarList } from './calendar-list.tsx';
import { lightOf, stateIn } from './calendar-state.ts';
import { planHandle } from './crumbs.ts';
import { PlanTabs } from './plan-tabs.tsx';
import { shownVersion } from './shown.ts';

export const handle = planHandle('calendar');

/** `?month=2026-11&unit=3`; `?view=list` for its year as a list; `?day=2026-11-30` for all that ends on a day. */
export const loader = load(async ({ ctx, params, url, visit }) => {
  const shown = await shownVersion(ctx, params['plan'], url);
  const now = await todayOf(ctx);
  const { month, unit, view, day } = calendarAsked(url, shown.plan, now);
  const year = periodOf('year', month);
  const weeks = weeksOf(month);
  const span = view === 'list' ? { from: year.startsOn, to: year.endsOn } : weeks;
  const [items, rests, rows] = await Promise.all([
    planCalendar(ctx, { plan: shown.plan.id, version: shown.version.id }, { ...span, unit }),
    restingDays(ctx, weeks.from, weeks.to, visit.locale),
    versionTree(ctx, shown.version.id),
  ]);
  const voice = planCalendarVoice(items, month, now);
  const format = formatIn(visit.locale);
  const reachable = (other: Day) =>
    other <= shown.plan.endsOn && periodOf('month', other).endsOn >= shown.plan.startsOn ? other.slice(0, 7) : null;
  return {
    ...shown,
    items,
    rests,
    month,
    view,
    day: day && items.some(({ endsOn, shownFrom }) => shownFrom <= day && day <= endsOn) ? day : null,
    today: now,
    previous: reachable(addMonths(month, -1)),
    next: reachable(addMonths(month, 1)),
    voice: {
      ...voice,
      vars: { ...voice.vars, month: format.month(month), on: voice.vars['on'] ? format.weekday(String(voice.vars['on'])) : '' },
    },
    units: [...new Map(rows.flatMap((row) => (row.kind === 'activity' && row.unit ? [[row.unit, row.unitName ?? '']] : [])))].map(
      ([id, name]) => ({
        value: String(id),
        label: name,
      }),
    ),
  };
});

/** What the plan owes, month by month. */
export default function PlanCalendar() {
  const { plan, version, items, month, view, today: now, day, rests, units, voice, previous, next } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const address = (more: Record<string, string | null>) =>
    `?${new URLSearchParams([
      ...[...params].filter(([name]) => !(name in more)),
      ...Object.entries(more).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    ] as [string, string][])}`;
  const ofDay = items.filter(({ shownFrom, endsOn }) => day && shownFrom <= day && day <= endsOn);
  const download = (kind: string) => `/workspace/plans/${plan.id}/calendar/export?${new URLSearchParams([...params, ['format', kind]])}`;
  const to = (other: string | null) => other && address({ month: other, day: null });
  return (
    <main className="page calendar-page" id="contenido">
      <title>{`${say('plan.tab.calendar')} · ${plan.title} · Pregón`}</title>
      <Head
        name={
          <>
            {plan.title} <Badge>{say(`plan.version_${version.state}`, { number: version.number })}</Badge>
          </>
        }
        voice={say(voice.key, voice.vars)}
      />
      <PlanTabs plan={plan.id} />
      <Filters filters={[{ name: 'unit', label: say('plan.field.unit'), all: say('plan.all_units'), options: units }]}>
        <span className="push small">
          {say('work.export')} <a href={download('xlsx')}>XLSX</a> · <a href={download('csv')}>CSV</a>
        </span>
      </Filters>
      <MonthBar
        name={view === 'list' ? month.slice(0, 4) : format.month(month)}
        previous={view === 'list' ? null : to(previous)}
        next={view === 'list' ? null : to(next)}
        today={{ to: address({ month: null, day: null }), name: say('plan.today') }}
        views={(['month', 'list'] as const).map((one) => ({
          to: address({ view: one, day: null }),
          name: say(`plan.view.${one}`),
          current: one === view,
        }))}
      />
      {view === 'list' ? (
        <CalendarList items={items} />
      ) : (
        <>
          <Month
            month={month.slice(0, 7)}
            today={now}
            rests={rests}
            previous={to(previous)}
            next={to(next)}
            dayAddress={(one) => `${address({ day: one })}#day`}
            none={say('plan.nothing_in_month')}
            items={items.map((item) => ({
              key: `${item.item} ${item.startsOn}`,
              from: item.shownFrom,
              until: item.endsOn,
              name: `${item.number} ${item.title}`.trim(),
              to: `/workspace/activities/${item.item}`,
              light: lightOf(item),
              says: stateIn(say, item),
            }))}
          />
          {day && <Day day={day} items={ofDay} />}
        </>
      )}
    </main>
  );
}

function Day({ day, items }: { day: string; items: readonly CalendarItem[] }) {
  const { format } = useWords();
  return <CalendarList id="day" title={format.weekday(day)} items={items} grouped={false} />;
}
