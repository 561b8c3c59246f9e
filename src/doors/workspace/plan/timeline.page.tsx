import { todayOf } from '#domains/organization/index.ts';
import { useLoaderData } from 'react-router';
import { periodsBetween } from '#platform/clock/period.ts';
import { daysBetween } from '#platform/clock/day.ts';
import { planWork, timelineVoice, versionTree, type ReportState } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { Filters } from '#ui/filters.tsx';
import { Gantt } from '#ui/gantt.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import type { LightName } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import { planHandle } from './crumbs.ts';
import { PlanTabs } from './plan-tabs.tsx';
import { shownVersion } from './shown.ts';

export const handle = planHandle('timeline');

/** `?year=2027` shows another year of the plan; `?unit=3` only what one dependency answers for. */
export const loader = load(async ({ ctx, params, url, visit }) => {
  const shown = await shownVersion(ctx, params['plan'], url);
  const now = await todayOf(ctx);
  const [rows, work] = await Promise.all([versionTree(ctx, shown.version.id), planWork(ctx, shown.plan.id, { day: now, until: ctx.now })]);
  const activities = rows.filter(({ kind }) => kind === 'activity');
  const years = periodsBetween('year', shown.plan.startsOn, shown.plan.endsOn);
  const year =
    years.find(({ startsOn }) => startsOn.startsWith(url.searchParams.get('year') ?? '-')) ??
    years.find(({ startsOn, endsOn }) => startsOn <= now && now <= endsOn) ??
    years[0]!;
  const unit = Number(url.searchParams.get('unit')) || null;
  const own = activities.filter((row) => unit === null || row.unit === unit);
  const inYear = own.filter(({ startsOn, endsOn }) => startsOn! <= year.endsOn && endsOn! >= year.startsOn);
  const voice = timelineVoice(own, now);
  const format = formatIn(visit.locale);
  return {
    ...shown,
    year,
    today: now,
    years: years.map(({ startsOn }) => startsOn.slice(0, 4)),
    voice: { ...voice, vars: voice.vars['on'] ? { ...voice.vars, on: format.day(String(voice.vars['on'])) } : voice.vars },
    units: [
      ...new Map(activities.flatMap((row) => (row.unit ? [[row.unit, { id: row.unit, name: row.unitName ?? '' }] as const] : []))).values(),
    ],
    rows: inYear.map((row) => {
      const standing = work?.activities.get(row.item);
      const owed = standing?.owed.filter(({ startsOn, endsOn }) => startsOn <= year.endsOn && endsOn >= year.startsOn) ?? [];
      return {
        item: row.item,
        number: row.number,
        title: row.title,
        who: row.personName ?? row.unitName ?? '',
        startsOn: row.startsOn!,
        endsOn: row.endsOn!,
        recurrence: row.recurrence!,
        progress: owed.reduce((sum, one) => sum + (one.told?.percent ?? 0), 0) / (owed.length || 1),
        daysLate: standing?.late[0]?.daysLate ?? 0,
        state: standing?.state ?? ('not_started' as ReportState),
      };
    }),
  };
});

export default function TimelinePage() {
  const { plan, rows, year, years, today: now, units, voice } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const span = daysBetween(year.startsOn, year.endsOn) + 1;
  const share = (day: typeof now) => daysBetween(year.startsOn, day) / span;
  return (
    <main className="page" id="contenido">
      <title>{`${say('plan.tab.timeline')} · ${plan.title} · Pregón`}</title>
      <Head name={plan.title} voice={say(voice.key, voice.vars)} />
      <PlanTabs plan={plan.id} />
      <Filters
        filters={[
          {
            name: 'unit',
            label: say('plan.field.unit'),
            all: say('plan.all_units'),
            options: units.map(({ id, name }) => ({ value: String(id), label: name })),
          },
          {
            name: 'year',
            label: say('plan.year'),
            all: year.startsOn.slice(0, 4),
            options: years.map((value) => ({ value, label: value })),
          },
        ]}
      />
      {rows.length === 0 ? (
        <Empty title={say('plan.none_in_year')} />
      ) : (
        <Gantt
          label={say('plan.gantt_label', { year: year.startsOn.slice(0, 4) })}
          heads={[say('plan.kind.activity'), say('plan.progress')]}
          months={periodsBetween('month', year.startsOn, year.endsOn).map(({ startsOn }) =>
            format.shortDay(startsOn).replace(/\d+/g, '').trim(),
          )}
          today={now >= year.startsOn && now <= year.endsOn ? share(now) : null}
          todayName={say('plan.today')}
          rows={rows.map((row) => ({
            key: row.item,
            name: `${row.number} ${row.title}`,
            to: `/workspace/activities/${row.item}`,
            more: row.who,
            from: share(row.startsOn),
            until: share(row.endsOn) + 1 / span,
            progress: row.progress,
            light: lightOf(row),
            says: row.daysLate > 0 ? say('plan.days_late', { count: row.daysLate }) : say(`plan.activity.${row.state}`),
          }))}
        />
      )}
    </main>
  );
}

function lightOf({ daysLate, state }: { daysLate: number; state: ReportState }): LightName {
  return daysLate > 0 ? 'off' : state === 'done' || state === 'under_way' ? 'good' : 'none';
}
