import { Link, useLoaderData, useSearchParams } from 'react-router';
import {
  listReturns,
  returnKinds,
  returnsAtOnce,
  returnsCounted,
  returnsFilterInput,
  returnsStanding,
  softDays,
  softMost,
  type ReturnKind,
} from '#domains/channels/index.ts';
import { load } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { brief } from '#ui/brief.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { State, type StateName } from '#ui/state.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { returnsVoice } from './returns-voice.ts';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('mailings.mailings'), to: '/workspace/mailings' }, { name: say('returns.returns') }],
  topics: () => ['returns'],
};

const shapes: Readonly<Record<ReturnKind, StateName>> = {
  hard: 'bounced',
  soft: 'returned',
  delayed: 'scheduled',
  complaint: 'failed',
  auto_reply: 'draft',
  other: 'unknown',
};

export const loader = load(async ({ ctx, url }) => {
  const filter = returnsFilterInput.parse(Object.fromEntries(url.searchParams));
  const [list, standing] = await Promise.all([listReturns(ctx, filter), returnsStanding(ctx)]);
  return {
    ...list,
    standing,
    page: filter.page,
    filtered: Boolean(filter.q ?? filter.kind),
    kinds: returnKinds,
    rule: { most: softMost, days: softDays },
    atOnce: returnsAtOnce,
    counted: returnsCounted,
  };
});

/** What servers give back of what was sent, and what became of each address. */
export default function Returns() {
  const { returns, count, standing, page, filtered, kinds, rule, atOnce, counted } = useLoaderData<typeof loader>();
  const { say, format, now } = useWords();
  const [params] = useSearchParams();
  const at = (number: number) => `?${new URLSearchParams([...[...params].filter(([name]) => name !== 'page'), ['page', String(number)]])}`;
  const download = (kind: string) => `/workspace/returns/export?${new URLSearchParams([...params, ['format', kind]])}`;
  const said = returnsVoice(standing);
  return (
    <main className="page" id="contenido">
      <title>{`${say('returns.returns')} · Pregón`}</title>
      <Head name={say('returns.returns')} voice={say(said.key, said.vars)} />
      <p className="muted small">{say('returns.rule', rule)}</p>
      <Filters
        search={say('returns.search')}
        filters={[
          {
            name: 'kind',
            label: say('returns.kind'),
            all: say('returns.any_kind'),
            options: kinds.map((kind) => ({ value: kind, label: say(`returns.kind.${kind}`) })),
          },
        ]}
      >
        <span className="push small">
          {say('dispatches.export')} <a href={download('xlsx')}>XLSX</a> · <a href={download('csv')}>CSV</a>
        </span>
      </Filters>
      <Table
        caption={say('returns.returns')}
        rows={returns}
        rowKey={({ id }) => id}
        empty={
          <Empty slim={filtered} title={say(filtered ? 'returns.nothing' : 'returns.empty')}>
            {filtered ? null : say('returns.empty_how')}
          </Empty>
        }
        columns={[
          {
            key: 'kind',
            name: say('returns.kind'),
            phone: 'second',
            cell: (row) => <State state={shapes[row.kind]}>{say(`returns.kind.${row.kind}`)}</State>,
          },
          {
            key: 'address',
            name: say('returns.address'),
            phone: 'lead',
            cell: (row) =>
              row.contact === null ? (
                <span className="muted">{say('returns.unknown')}</span>
              ) : (
                <Link to={`/workspace/contacts/${row.contact}`}>{row.address}</Link>
              ),
          },
          {
            key: 'mailing',
            name: say('returns.mailing'),
            cell: (row) => (row.mailing === null ? '' : <Link to={`/workspace/mailings/${row.mailing}`}>{row.mailingTitle}</Link>),
          },
          {
            key: 'says',
            name: say('returns.says'),
            phone: 'under',
            cell: (row) => (
              <small>
                {row.status !== '' && <b>{row.status} </b>}
                {row.says}
              </small>
            ),
          },
          { key: 'done', name: say('returns.done'), cell: (row) => say(`returns.done.${row.done}`) },
          { key: 'at', name: say('returns.at'), phone: 'figure', cell: (row) => brief(format, row.at, now) },
        ]}
      />
      {count > atOnce && (
        <Pages
          says={say(count > counted ? 'returns.page_many' : 'returns.page', { page, count: Math.min(count, counted) })}
          previous={page > 1 ? at(page - 1) : null}
          next={page * atOnce < count ? at(page + 1) : null}
        />
      )}
    </main>
  );
}
