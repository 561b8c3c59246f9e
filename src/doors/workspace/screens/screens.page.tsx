import { Link, useLoaderData } from 'react-router';
import {
  channelsPolicy,
  listScreens,
  screenGroupOptions,
  screensAtOnce,
  screensCounted,
  screensFilterInput,
  screenStates,
} from '#domains/channels/index.ts';
import { load } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { brief } from '#ui/brief.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { PageTurns, TakeAway } from '#ui/list-parts.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { ScreenStateMark } from './screen-state.tsx';
import { screensVoice } from './screens-voice.ts';
import { ScreenTabs } from './tabs.tsx';

export const handle = { crumbs: (_: unknown, say: Say) => [{ name: say('screens.screens') }], topics: () => ['screens'] };

export const loader = load(async ({ ctx, url, visit }) => {
  const filter = screensFilterInput.parse(Object.fromEntries(url.searchParams));
  const [list, groups] = await Promise.all([listScreens(ctx, filter), screenGroupOptions(ctx)]);
  return {
    ...list,
    groups: groups.map(({ id, name }) => ({ value: String(id), label: name })),
    states: screenStates,
    page: filter.page,
    atOnce: screensAtOnce,
    counted: screensCounted,
    filtered: Boolean(filter.q || filter.state || filter.group),
    address: `${visit.origin}/screens`,
    may: {
      adopt: may(visit.actor, channelsPolicy['screens.adopt']),
      takeOver: may(visit.actor, channelsPolicy['screens.take_over']),
    },
  };
});

/** Every television of the house: how it is, and what it says that it shows. */
export default function Screens() {
  const {
    screens,
    total,
    standing,
    groups,
    states,
    page,
    atOnce,
    counted,
    filtered,
    address,
    may: allowed,
  } = useLoaderData<typeof loader>();
  const { say, format, now } = useWords();
  const voice = screensVoice(standing, address.replace(/^https?:\/\//, ''));
  return (
    <main className="page" id="contenido">
      <title>{`${say('screens.screens')} · Pregón`}</title>
      <Head
        name={say('screens.screens')}
        voice={say(voice.key, voice.vars)}
        actions={
          <>
            {allowed.adopt && (
              <Link className="button primary" to="/workspace/screens/new">
                {say('screens.connect')}
              </Link>
            )}
            {allowed.takeOver && total > 0 && (
              <Link className="button" to="/workspace/screens/takeovers/new">
                {say('screens.take_over')}
              </Link>
            )}
          </>
        }
      />
      <ScreenTabs />
      <Filters
        search={say('screens.find')}
        filters={[
          {
            name: 'state',
            label: say('screens.state'),
            all: say('screens.any'),
            options: states.map((state) => ({ value: state, label: say(`screens.state.${state}`) })),
          },
          { name: 'group', label: say('screens.group'), all: say('screens.any'), options: groups },
        ]}
      >
        <TakeAway from="/workspace/screens/export" />
      </Filters>
      <Table
        caption={say('screens.screens')}
        rows={screens}
        rowKey={({ id }) => id}
        empty={
          <Empty slim={filtered} title={say(filtered ? 'screens.none_found' : 'screens.none')}>
            {filtered ? say('screens.none_found_how') : say('screens.none_how', { address })}
          </Empty>
        }
        columns={[
          {
            key: 'name',
            name: say('screens.screen'),
            phone: 'lead',
            cell: ({ id, name, place, unitName, beat }) => (
              <span className="screen-cell">
                {beat?.pictureAt ? (
                  <img className="glass-thumb" src={`/workspace/screens/${id}/picture?at=${new Date(beat.pictureAt).getTime()}`} alt="" />
                ) : (
                  <span className="glass-thumb" />
                )}
                <span>
                  <Link className="quiet" to={`/workspace/screens/${id}`}>
                    <b>{name}</b>
                  </Link>
                  <small>{[place, unitName].filter(Boolean).join(' · ')}</small>
                </span>
              </span>
            ),
          },
          { key: 'state', name: say('screens.state'), phone: 'under', cell: ({ state }) => <ScreenStateMark state={state} /> },
          {
            key: 'what',
            name: say('screens.what'),
            phone: 'second',
            cell: ({ state, beat, excludedAt }) =>
              excludedAt ? say('screens.excluded') : state === 'showing' ? beat?.title || say('screens.shows_hour') : '',
          },
          {
            key: 'group',
            name: say('screens.group'),
            cell: ({ groupName }) => groupName ?? <span className="muted">{say('screens.no_group')}</span>,
          },
          {
            key: 'last',
            name: say('screens.last'),
            number: true,
            phone: 'figure',
            cell: ({ beat }) =>
              beat ? <time dateTime={new Date(beat.at).toISOString()}>{brief(format, beat.at, now)}</time> : say('screens.never'),
          },
        ]}
      />
      <PageTurns page={page} atOnce={atOnce} shown={screens.length} total={total} counted={counted} />
    </main>
  );
}
