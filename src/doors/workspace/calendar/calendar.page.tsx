import { useEffect } from 'react';
import { Link, useFetcher, useLoaderData, useSearchParams } from 'react-router';
import {
  calendar,
  calendarFilterInput,
  calendarStates,
  calendarViews,
  calendarVoice,
  campaignOptions,
  editorialPolicy,
  kindCodes,
  movedPieceInput,
  movePiece,
  segmentChoices,
} from '#domains/editorial/index.ts';
import { listChannels } from '#domains/channels/index.ts';
import { forgetView, forgottenViewInput, savedViewInput, savedViews, saveView, unitOptions, zoneOf } from '#domains/organization/index.ts';
import { activitiesInForce } from '#domains/plan/index.ts';
import { addDays, addMonths, parseDay } from '#platform/clock/day.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { placesAsked } from '../coverage/places-asked.ts';
import { useAnswer } from '../organization/answer.ts';
import { CalendarBoard } from './calendar-board.tsx';
import { calendarFilters } from './calendar-filters.ts';
import { CalendarFoot } from './calendar-foot.tsx';
import { CalendarList } from './calendar-list.tsx';
import { entriesOf } from './entries.ts';
import { MonthGrid } from './month-grid.tsx';
import { useMoving } from './use-moving.ts';
import { ViewBar } from './view-bar.tsx';

export type CalendarData = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('calendar.calendar') }],
  topics: () => ['calendar'],
};

const place = 'calendar';

export const loader = load(async ({ ctx, visit, url }) => {
  const filter = calendarFilterInput.parse(Object.fromEntries(url.searchParams));
  const plans = may(visit.actor, editorialPolicy['calendar.plan']);
  const [shown, units, campaigns, channels, segments, activities, kept] = await Promise.all([
    calendar(ctx, filter),
    unitOptions(ctx),
    campaignOptions(ctx),
    listChannels(ctx),
    segmentChoices(ctx),
    activitiesInForce(ctx),
    savedViews(ctx, place),
  ]);
  const { at, from, to, today, rests, components } = shown;
  const voice = calendarVoice(shown.owed, shown.pieces.length, today);
  return {
    filter,
    plans,
    at,
    from,
    to,
    today,
    rests,
    voice,
    kept,
    entries: entriesOf(shown, sayIn(visit.locale), formatIn(visit.locale, await zoneOf(ctx)), plans),
    campaigns: shown.campaigns.map(({ id, name, from: first, until, state }) => ({
      key: id,
      name,
      from: first,
      until,
      over: state === 'closed',
    })),
    crowded: [...shown.crowded],
    previous: filter.view === 'week' ? addDays(at, -7) : addMonths(parseDay(`${at.slice(0, 7)}-01`), -1),
    next: filter.view === 'week' ? addDays(at, 7) : addMonths(parseDay(`${at.slice(0, 7)}-01`), 1),
    views: calendarViews,
    states: calendarStates,
    options: { kinds: kindCodes, units, campaigns, channels, segments, activities, components, places: placesAsked(filter.region) },
  };
});

export const action = act(async ({ typed, perform, url }) => {
  const { intent } = typed.fields;
  const back = `/workspace/calendar${url.search}`;
  if (intent === 'save-view') {
    const input = parse(savedViewInput, { ...typed.fields, query: url.search.slice(1) });
    if (isRefusal(input)) return input;
    const saved = await perform((ctx) => saveView(ctx, place, input));
    return isRefusal(saved) ? saved : redirect(back);
  }
  if (intent === 'forget-view') {
    const input = parse(forgottenViewInput, typed.fields);
    if (isRefusal(input)) return input;
    await perform((ctx) => forgetView(ctx, input.view));
    return redirect(back);
  }
  const input = parse(movedPieceInput, typed.fields);
  if (isRefusal(input)) return input;
  const moved = await perform((ctx) => movePiece(ctx, input));
  return isRefusal(moved) ? moved : redirect(back);
});

/** What comes out, when, and what is owed. */
export default function Calendar() {
  const data = useLoaderData<typeof loader>();
  const { filter, entries, campaigns, at, today, rests, voice, plans } = data;
  const { say, format } = useWords();
  const answer = useAnswer();
  const [params] = useSearchParams();
  const fetcher = useFetcher();
  const moving = useMoving((key, day) => {
    const piece = entries.find((entry) => entry.key === key)?.piece;
    if (piece) void fetcher.submit({ piece: String(piece), day, intent: 'move' }, { method: 'post' });
  });
  const address = (more: Record<string, string>) =>
    `?${new URLSearchParams([...[...params].filter(([name]) => !(name in more)), ...Object.entries(more)])}`;
  const carried = moving.moving && entries.find(({ key }) => key === moving.moving!.key);
  const left = moving.left && entries.find(({ key, day }) => key === moving.left!.key && day === moving.left!.to);
  // It stands in another cell now: whoever carried it by keyboard goes on from there.
  const [leftKey, leftOn] = [left?.key, left?.day];
  useEffect(() => {
    if (leftKey && leftOn) document.querySelector<HTMLElement>(`[data-entry="${leftKey}"]`)?.focus();
  }, [leftKey, leftOn]);
  const refused = fetcher.data && typeof fetcher.data === 'object' && 'problems' in fetcher.data ? fetcher.data : undefined;
  return (
    <main className="page calendar-page" id="contenido">
      <title>{`${say('calendar.calendar')}, ${format.month(at)} · Pregón`}</title>
      <Head
        name={say('calendar.name')}
        voice={say(voice.key, { ...voice.vars, ...(typeof voice.vars.day === 'string' ? { day: format.weekday(voice.vars.day) } : {}) })}
        actions={
          plans && (
            <Link className="button primary" to="/workspace/pieces/new">
              {say('calendar.put')}
            </Link>
          )
        }
      />
      <FormRefusal answer={answer} />
      <FormRefusal answer={refused} />
      <ViewBar
        views={data.views}
        view={filter.view}
        name={
          filter.view === 'week'
            ? say('calendar.week_of', { from: format.shortDay(data.from), to: format.shortDay(data.to) })
            : format.month(at)
        }
        address={address}
        previous={data.previous}
        next={data.next}
        today={today}
      />
      <Filters filters={calendarFilters(data, say)} />
      <p className="sr" aria-live="assertive">
        {carried
          ? say('calendar.moving', { title: carried.title, day: format.weekday(moving.moving!.to) })
          : left && say('calendar.moved', { title: left.title, day: format.weekday(left.day) })}
      </p>
      {filter.view === 'board' && <CalendarBoard entries={entries} states={data.states} />}
      {filter.view === 'list' && <CalendarList entries={entries} rests={rests} />}
      {(filter.view === 'month' || filter.view === 'week') && (
        <>
          <MonthGrid
            days={filter.view}
            at={at}
            today={today}
            entries={entries}
            campaigns={campaigns}
            rests={rests}
            crowded={new Map(data.crowded)}
            moving={moving}
            dayAddress={(day) => address({ view: 'week', day })}
          />
          <CalendarList
            className="on-small"
            entries={entries.filter(({ day }) => filter.view === 'week' || day.slice(0, 7) === at.slice(0, 7))}
            rests={rests}
          />
        </>
      )}
      {entries.length === 0 && (
        <Empty slim title={say('calendar.empty')}>
          {say('calendar.empty_how')}
        </Empty>
      )}
      <CalendarFoot data={data} />
    </main>
  );
}
