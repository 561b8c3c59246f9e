import { Link, useLoaderData } from 'react-router';
import { channelsPolicy, listPlaylists, playlistsAtOnce, playlistsFilterInput, screenGroupOptions } from '#domains/channels/index.ts';
import { load } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { PageTurns, TakeAway } from '#ui/list-parts.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { playlistWhen } from './playlist-when.ts';
import { ScreenTabs } from './tabs.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('screens.screens'), to: '/workspace/screens' }, { name: say('screens.tab.playlists') }],
  topics: () => ['playlists'],
};

export const loader = load(async ({ ctx, url, visit }) => {
  const filter = playlistsFilterInput.parse(Object.fromEntries(url.searchParams));
  const [list, groups] = await Promise.all([listPlaylists(ctx, filter), screenGroupOptions(ctx)]);
  return {
    ...list,
    groups: groups.map(({ id, name }) => ({ value: String(id), label: name })),
    page: filter.page,
    atOnce: playlistsAtOnce,
    filtered: Boolean(filter.q || filter.group),
    writes: may(visit.actor, channelsPolicy['playlists.write']),
  };
});

/** What plays, when, and on which groups. */
export default function Playlists() {
  const { playlists, total, groups, page, atOnce, filtered, writes } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${say('screens.tab.playlists')} · ${say('screens.screens')} · Pregón`}</title>
      <Head
        name={say('screens.tab.playlists')}
        voice={say('screens.playlists_voice', { count: total })}
        actions={
          writes && (
            <Link className="button primary" to="/workspace/screens/playlists/new">
              {say('screens.playlist_add')}
            </Link>
          )
        }
      />
      <ScreenTabs />
      <Filters
        search={say('screens.playlist_find')}
        filters={[{ name: 'group', label: say('screens.group'), all: say('screens.any'), options: groups }]}
      >
        <TakeAway from="/workspace/screens/playlists/export" />
      </Filters>
      <Table
        caption={say('screens.tab.playlists')}
        rows={playlists}
        rowKey={({ id }) => id}
        empty={
          <Empty slim title={say(filtered ? 'screens.none_found' : 'screens.playlist_none')}>
            {say(filtered ? 'screens.none_found_how' : 'screens.playlist_none_how')}
          </Empty>
        }
        columns={[
          {
            key: 'name',
            name: say('screens.playlist_name'),
            phone: 'lead',
            cell: (playlist) => (
              <>
                <Link className="quiet" to={`/workspace/screens/playlists/${playlist.id}`}>
                  <b>{playlist.name}</b>
                </Link>
                <small>{playlistWhen(playlist, say, format)}</small>
              </>
            ),
          },
          { key: 'groups', name: say('screens.groups'), phone: 'second', cell: ({ groupNames }) => format.list(groupNames) || '—' },
          { key: 'priority', name: say('screens.playlist_priority'), number: true, phone: 'figure', cell: ({ priority }) => priority },
        ]}
      />
      <PageTurns page={page} atOnce={atOnce} shown={playlists.length} total={total} />
    </main>
  );
}
