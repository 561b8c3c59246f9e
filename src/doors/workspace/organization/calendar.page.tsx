import { Form, Link, useLoaderData } from 'react-router';
import { HOLIDAY_YEARS, holidaysOf, institutionOf, ownDaysOf, revocationShape, revokeNonWorking } from '#domains/organization/index.ts';
import { addDays, dayIn, parseDay } from '#platform/clock/day.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { calendarVoice } from './calendar-voice.ts';
import { crumbs } from './crumbs.ts';
import { Done } from './done.tsx';
import { mayEdit, placesOf } from './settings.ts';
import { SettingsTabs } from './settings-tabs.tsx';
import { Year, type DayKind } from './year.tsx';

export const handle = { crumbs: (_: unknown, say: Say) => crumbs(say, 'calendar'), topics: () => ['calendar'] };

export const loader = load(async ({ ctx, visit, url }) => {
  const { zone, works_saturdays } = await institutionOf(ctx);
  const today = dayIn(visit.now, zone);
  const asked = Number(url.searchParams.get('year'));
  const year = Number.isInteger(asked) && asked >= HOLIDAY_YEARS.first && asked <= HOLIDAY_YEARS.last ? asked : Number(today.slice(0, 4));
  const range = { from: `${year}-01-01`, to: `${year}-12-31` };
  const holidays = holidaysOf(year).map(({ day, name, norm }) => ({ day, name: name[visit.locale], norm }));
  const own = await ownDaysOf(ctx, range);
  const marks: Record<string, { kind: DayKind; name: string }> = {};
  for (const { starts_on, ends_on, name, unit } of own) {
    for (let day = parseDay(starts_on < range.from ? range.from : starts_on); day <= ends_on && day <= range.to; day = addDays(day, 1))
      marks[day] = { kind: 'own', name: unit ? `${name} (${unit})` : name };
  }
  for (const { day, name } of holidays) marks[day] = { kind: 'holiday', name };
  return {
    year,
    today,
    holidays,
    own,
    marks,
    worksSaturdays: works_saturdays,
    edits: mayEdit(visit.actor, 'calendar.edit'),
    places: placesOf(visit.actor),
    years: HOLIDAY_YEARS,
  };
});

export const action = act(async ({ typed, perform }) => {
  const input = parse(revocationShape, typed.fields);
  if (isRefusal(input)) return input;
  await perform((ctx) => revokeNonWorking(ctx, input.days));
  return redirect('/workspace/settings/calendar?done=calendar.revoke');
});

export default function Calendar() {
  const { year, today, holidays, own, marks, worksSaturdays, edits, places, years } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const next = [
    ...holidays.map(({ day, name }) => ({ day: day as string, name })),
    ...own.map(({ starts_on, name }) => ({ day: starts_on, name })),
  ]
    .filter(({ day }) => day >= today)
    .toSorted((one, other) => one.day.localeCompare(other.day))[0];
  return (
    <main className="page" id="contenido">
      <title>{`${say('organization.place.calendar')} · Pregón`}</title>
      <Head
        name={say('organization.place.calendar')}
        voice={calendarVoice(say, {
          year,
          holidays: new Set(holidays.map(({ day }) => day)).size,
          own: own.length,
          next: next ? { name: next.name, day: format.weekday(next.day) } : null,
        })}
        actions={
          edits && (
            <Link className="button primary" to="/workspace/settings/calendar/new">
              {say('organization.calendar.declare')}
            </Link>
          )
        }
      />
      <SettingsTabs places={places} />
      <Done />
      <nav className="filters" aria-label={say('organization.calendar.years')}>
        {year > years.first && (
          <Link className="chip" to={`?year=${year - 1}`}>
            ← {year - 1}
          </Link>
        )}
        <b>{year}</b>
        {year < years.last && (
          <Link className="chip" to={`?year=${year + 1}`}>
            {year + 1} →
          </Link>
        )}
        <span className="push small key-days">
          <span className="holiday">{say('organization.calendar.holiday')}</span>{' '}
          <span className="own">{say('organization.calendar.own')}</span>
        </span>
      </nav>
      <Year year={year} marks={marks} today={today} worksSaturdays={worksSaturdays} />
      <Section title={say('organization.calendar.own_days')} count={format.number(own.length)}>
        <Table
          className="stacked"
          caption={say('organization.list_of', { what: say('organization.calendar.own_days') })}
          rows={own}
          rowKey={({ id }) => id}
          empty={
            <Empty title={say('organization.calendar.none')} slim>
              {say('organization.calendar.none_how')}
            </Empty>
          }
          columns={[
            { key: 'name', name: say('organization.calendar.name'), cell: (days) => days.name },
            {
              key: 'days',
              name: say('organization.calendar.days'),
              cell: (days) =>
                days.starts_on === days.ends_on
                  ? format.weekday(days.starts_on)
                  : say('organization.calendar.from_to', { from: format.shortDay(days.starts_on), to: format.shortDay(days.ends_on) }),
            },
            {
              key: 'act',
              name: say('organization.calendar.act'),
              cell: (days) => (days.act_file ? <a href={`/files/${days.act_file}`}>{days.act}</a> : days.act),
            },
            { key: 'scope', name: say('organization.calendar.scope'), cell: (days) => days.unit ?? say('organization.person.everywhere') },
            ...(edits
              ? [
                  {
                    key: 'revoke',
                    name: <span className="sr">{say('organization.calendar.revoke')}</span>,
                    cell: (days: (typeof own)[number]) => (
                      <Form method="post">
                        <button
                          className="button small"
                          name="days"
                          value={days.id}
                          aria-label={say('organization.calendar.revoke_of', { name: days.name })}
                        >
                          {say('organization.calendar.revoke')}
                        </button>
                      </Form>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title={say('organization.calendar.holidays')} count={format.number(holidays.length)}>
        <Table
          className="stacked"
          caption={say('organization.list_of', { what: say('organization.calendar.holidays') })}
          rows={holidays}
          rowKey={({ day, name }) => day + name}
          columns={[
            { key: 'name', name: say('organization.calendar.name'), cell: ({ name }) => name },
            { key: 'day', name: say('organization.calendar.day'), cell: ({ day }) => format.weekday(day) },
            { key: 'norm', name: say('organization.calendar.norm'), cell: ({ norm }) => norm },
          ]}
        />
      </Section>
    </main>
  );
}
