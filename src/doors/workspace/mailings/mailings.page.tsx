import { Link, useLoaderData, useSearchParams } from 'react-router';
import { channelsPolicy, listMailings, mailingsAtOnce, mailingsFilterInput, mailingStates } from '#domains/channels/index.ts';
import { load } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { brief } from '#ui/brief.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { MailingStateMark } from './mailing-state.tsx';
import { mailingsVoice } from './mailing-voice.ts';

export const handle = { crumbs: (_: unknown, say: Say) => [{ name: say('mailings.mailings') }], topics: () => ['mailings'] };

export const loader = load(async ({ ctx, url, visit }) => {
  const filter = mailingsFilterInput.parse(Object.fromEntries(url.searchParams));
  const { mailings, total, standing } = await listMailings(ctx, filter);
  return {
    mailings: mailings.map(({ id, title, state, dueAt, draftedAt, draftedByName, recipients, startedAt, finishedAt, fixedAt }) => ({
      id,
      title,
      state,
      draftedByName,
      recipients,
      isFixed: fixedAt !== null,
      at: finishedAt ?? startedAt ?? dueAt ?? draftedAt,
    })),
    total,
    standing,
    page: filter.page,
    filtered: Boolean(filter.q || filter.state),
    states: mailingStates,
    atOnce: mailingsAtOnce,
    writes: may(visit.actor, channelsPolicy['mailings.write']),
  };
});

/** Letters to many: those that are on their way, and all that were. */
export default function Mailings() {
  const { mailings, total, standing, page, filtered, states, atOnce, writes } = useLoaderData<typeof loader>();
  const { say, format, now } = useWords();
  const [params] = useSearchParams();
  const at = (number: number) => `?${new URLSearchParams([...[...params].filter(([name]) => name !== 'page'), ['page', String(number)]])}`;
  const download = (kind: string) => `/workspace/mailings/export?${new URLSearchParams([...params, ['format', kind]])}`;
  const said = mailingsVoice(standing, format);
  return (
    <main className="page" id="contenido">
      <title>{`${say('mailings.mailings')} · Pregón`}</title>
      <Head
        name={say('mailings.mailings')}
        voice={say(said.key, said.vars)}
        actions={
          writes && (
            <Link className="button primary" to="/workspace/mailings/new">
              {say('mailings.new')}
            </Link>
          )
        }
      />
      <Filters
        search={say('mailings.find')}
        filters={[
          {
            name: 'state',
            label: say('mailings.state'),
            all: say('mailings.any'),
            options: states.map((state) => ({ value: state, label: say(`mailings.state.${state}`) })),
          },
        ]}
      >
        <Link className="push small" to="/workspace/returns">
          {say('returns.returns')}
        </Link>
        <span className="small">
          {say('mailings.export')} <a href={download('xlsx')}>XLSX</a> · <a href={download('csv')}>CSV</a>
        </span>
      </Filters>
      <Table
        caption={say('mailings.mailings')}
        rows={mailings}
        rowKey={({ id }) => id}
        empty={
          <Empty slim={filtered} title={say(filtered ? 'mailings.none_found' : 'mailings.none')}>
            {say(filtered ? 'mailings.none_found_how' : 'mailings.none_how')}
          </Empty>
        }
        columns={[
          {
            key: 'title',
            name: say('mailings.what'),
            phone: 'lead',
            cell: (row) => (
              <Link className="quiet" to={`/workspace/mailings/${row.id}`}>
                <b>{row.title}</b>
              </Link>
            ),
          },
          { key: 'state', name: say('mailings.state'), phone: 'under', cell: (row) => <MailingStateMark state={row.state} /> },
          { key: 'who', name: say('mailings.who'), cell: (row) => row.draftedByName ?? '' },
          {
            key: 'recipients',
            name: say('mailings.recipients'),
            number: true,
            cell: (row) => (row.isFixed ? format.number(row.recipients) : ''),
          },
          {
            key: 'at',
            name: say('mailings.when'),
            number: true,
            phone: 'figure',
            cell: (row) => <time dateTime={new Date(row.at).toISOString()}>{brief(format, row.at, now)}</time>,
          },
        ]}
      />
      {total > atOnce && (
        <Pages
          says={say('mailings.shown', { from: (page - 1) * atOnce + 1, to: (page - 1) * atOnce + mailings.length, count: total })}
          previous={page > 1 ? at(page - 1) : null}
          next={page * atOnce < total ? at(page + 1) : null}
        />
      )}
    </main>
  );
}
