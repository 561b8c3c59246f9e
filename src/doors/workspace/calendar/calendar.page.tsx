import { Form, Link, useFetcher, useLoaderData, useSearchParams } from 'react-router';
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
} from '#domains/editorial/index.ts';
import { listChannels } from '#domains/channels/index.ts';
import { forgetView, forgottenViewInput, savedViewInput, savedViews, saveView, unitOptions } from '#domains/organization/index.ts';
import { activitiesInForce, segmentsInForce } from '#domains/plan/index.ts';
import { addDays, addMonths, parseDay } from '#platform/clock/day.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Filters, type Filter } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { State } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { CalendarBoard } from './calendar-board.tsx';
import { stateShapes } from './calendar-entry.tsx';
import { CalendarList } from './calendar-list.tsx';
import { entriesOf } from './entries.ts';
import { MonthGrid } from './month-grid.tsx';
import { useMoving } from './use-moving.ts';
import { ViewBar } from './view-bar.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

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
    segmentsInForce(ctx),
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
    entries: entriesOf(shown, sayIn(visit.locale), formatIn(visit.locale), plans),
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
    options: { kinds: kindCodes, units, campaigns, channels, segments, activities, components },
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
      <Filters filters={filtersOf(data, say)} />
      <p className="sr" aria-live="assertive">
        {carried && say('calendar.moving', { title: carried.title, day: format.weekday(moving.moving!.to) })}
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
      <Foot data={data} />
    </main>
  );
}

function Foot({ data: { kept, states, plans } }: { data: Data }) {
  const { say } = useWords();
  return (
    <footer className="key small">
      {states.toReversed().map((state) => (
        <State key={state} state={stateShapes[state]}>
          {say(`pieces.state.${state}`)}
        </State>
      ))}
      <span className="muted push">
        {say('calendar.key')} <Link to="/workspace/calendar/slots">{say('calendar.slots_change')}</Link>
        {plans && <span className="wide-only"> {say('calendar.move_help')}</span>}
      </span>
      <div className="views">
        {kept.length > 0 && <b>{say('calendar.saved_views')}</b>}
        {kept.map(({ id, name, query }) => (
          <span key={id}>
            <Link to={`?${query}`}>{name}</Link>{' '}
            <Form method="post">
              <input type="hidden" name="view" value={id} />
              <button className="button quiet small" name="intent" value="forget-view">
                {say('calendar.forget')} <span className="sr">{name}</span>
              </button>
            </Form>
          </span>
        ))}
        <details>
          <summary>{say('calendar.save_view')}</summary>
          <Form method="post">
            <label>
              <span className="sr">{say('calendar.view_name')}</span>
              <input className="input" name="name" maxLength={80} required placeholder={say('calendar.view_name')} />
            </label>{' '}
            <button className="button small" name="intent" value="save-view">
              {say('calendar.save_view')}
            </button>
          </Form>
        </details>
        <Link className="push" to="/workspace/calendar/feeds">
          {say('calendar.feed')}
        </Link>
      </div>
    </footer>
  );
}

function filtersOf({ options, states }: Data, say: Say): Filter[] {
  const chip = (name: string, label: string, all: string, list: readonly (readonly [string | number, string])[]): Filter => ({
    name,
    label,
    all,
    options: list.map(([value, text]) => ({ value: String(value), label: text })),
  });
  const any = { f: say('pieces.all_f'), m: say('pieces.all_m') };
  return [
    chip(
      'what',
      say('calendar.what'),
      say('calendar.what_all'),
      (['pieces', 'campaigns', 'activities', 'owed'] as const).map((what) => [what, say(`calendar.what.${what}`)]),
    ),
    chip(
      'channel',
      say('pieces.channel'),
      any.m,
      options.channels.map(({ code, name }) => [code, name]),
    ),
    chip(
      'campaign',
      say('pieces.campaign'),
      any.f,
      options.campaigns.map(({ id, name }) => [id, name]),
    ),
    chip(
      'unit',
      say('pieces.unit'),
      any.f,
      options.units.map(({ id, name }) => [id, name]),
    ),
    chip(
      'kind',
      say('pieces.kind'),
      any.m,
      options.kinds.map((code) => [code, say(`pieces.kind.${code}`)]),
    ),
    chip(
      'segment',
      say('pieces.segment'),
      any.m,
      options.segments.map(({ code, name }) => [code, name]),
    ),
    chip(
      'state',
      say('pieces.state'),
      say('pieces.any'),
      states.map((state) => [state, say(`pieces.state.${state}`)]),
    ),
    chip(
      'component',
      say('calendar.component'),
      any.m,
      options.components.map(({ item, title }) => [item, title]),
    ),
    chip(
      'item',
      say('calendar.item'),
      any.f,
      options.activities.map(({ item, number, title }) => [item, `${number} ${title}`]),
    ),
  ];
}
