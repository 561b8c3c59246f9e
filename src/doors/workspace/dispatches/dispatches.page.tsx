import { Link, useLoaderData, useSearchParams } from 'react-router';
import { dispatchesAtOnce, dispatchesFilterInput, dispatchStates, listDispatches } from '#domains/channels/index.ts';
import { load } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { brief } from '#ui/brief.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { channelOptions } from './channel-options.ts';
import { DispatchStateMark } from './dispatch-state.tsx';
import { standingVoice } from './standing-voice.ts';

export const handle = { crumbs: (_: unknown, say: Say) => [{ name: say('dispatches.dispatches') }], topics: () => ['dispatches'] };

export const loader = load(async ({ ctx, url }) => {
  const filter = dispatchesFilterInput.parse(Object.fromEntries(url.searchParams));
  const [list, channels] = await Promise.all([listDispatches(ctx, filter), channelOptions(ctx)]);
  return {
    ...list,
    channels,
    page: filter.page,
    filtered: Boolean(filter.q || filter.state || filter.channel),
    states: dispatchStates,
    atOnce: dispatchesAtOnce,
  };
});

export default function Dispatches() {
  const { dispatches, total, standing, channels, page, filtered, states, atOnce } = useLoaderData<typeof loader>();
  const { say, format, now } = useWords();
  const [params] = useSearchParams();
  const at = (number: number) => `?${new URLSearchParams([...[...params].filter(([name]) => name !== 'page'), ['page', String(number)]])}`;
  const download = (kind: string) => `/workspace/dispatches/export?${new URLSearchParams([...params, ['format', kind]])}`;
  const said = standingVoice(standing, format);
  return (
    <main className="page" id="contenido">
      <title>{`${say('dispatches.dispatches')} · Pregón`}</title>
      <Head name={say('dispatches.dispatches')} voice={say(said.key, said.vars)} />
      <Filters
        search={say('dispatches.find')}
        filters={[
          {
            name: 'state',
            label: say('dispatches.state'),
            all: say('dispatches.any'),
            options: states.map((state) => ({ value: state, label: say(`dispatches.state.${state}`) })),
          },
          { name: 'channel', label: say('dispatches.channel'), all: say('dispatches.any'), options: channels },
        ]}
      >
        <span className="push small">
          {say('dispatches.export')} <a href={download('xlsx')}>XLSX</a> · <a href={download('csv')}>CSV</a>
        </span>
      </Filters>
      <Table
        caption={say('dispatches.dispatches')}
        rows={dispatches}
        rowKey={({ id }) => id}
        empty={
          <Empty slim={filtered} title={say(filtered ? 'dispatches.none_found' : 'dispatches.none')}>
            {say(filtered ? 'dispatches.none_found_how' : 'dispatches.none_how')}
          </Empty>
        }
        columns={[
          {
            key: 'title',
            name: say('dispatches.what'),
            phone: 'lead',
            cell: (row) => (
              <Link className="quiet" to={`/workspace/dispatches/${row.id}`}>
                <b>{row.title}</b>
              </Link>
            ),
          },
          { key: 'channel', name: say('dispatches.channel'), phone: 'second', cell: (row) => row.channelName },
          { key: 'state', name: say('dispatches.state'), phone: 'under', cell: (row) => <DispatchStateMark state={row.state} /> },
          { key: 'who', name: say('dispatches.who'), cell: (row) => row.scheduledByName ?? '' },
          {
            key: 'due',
            name: say('dispatches.when'),
            number: true,
            phone: 'figure',
            cell: (row) => (
              <time dateTime={new Date(row.deliveredAt ?? row.dueAt).toISOString()}>
                {brief(format, row.deliveredAt ?? row.dueAt, now)}
              </time>
            ),
          },
        ]}
      />
      {total > atOnce && (
        <Pages
          says={say('dispatches.shown', { from: (page - 1) * atOnce + 1, to: (page - 1) * atOnce + dispatches.length, count: total })}
          previous={page > 1 ? at(page - 1) : null}
          next={page * atOnce < total ? at(page + 1) : null}
        />
      )}
    </main>
  );
}
