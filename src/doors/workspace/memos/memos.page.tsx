import { Link, useLoaderData } from 'react-router';
import {
  editorialPolicy,
  listMemos,
  memoKinds,
  memosAtOnce,
  memosCounted,
  memosFilterInput,
  memoStates,
  memosToSign,
  memosVoice,
} from '#domains/editorial/index.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { load } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { brief } from '#ui/brief.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { PageTurns, TakeAway } from '#ui/list-parts.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { Progress } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';
import { MemoStateMark } from './memo-state.tsx';

export const handle = { crumbs: (_: unknown, say: Say) => [{ name: say('memos.memos') }], topics: () => ['memos'] };

export const loader = load(async ({ ctx, url, visit }) => {
  const filter = memosFilterInput.parse(Object.fromEntries(url.searchParams));
  const [list, toSign] = await Promise.all([listMemos(ctx, filter), memosToSign(ctx)]);
  return {
    ...list,
    toSign,
    voice: memosVoice(
      toSign.length,
      list.memos.find(({ state }) => state === 'sent'),
      formatIn(visit.locale),
    ),
    page: filter.page,
    filtered: Boolean(filter.q || filter.state || filter.kind || filter.unit),
    kinds: memoKinds,
    states: memoStates,
    atOnce: memosAtOnce,
    counted: memosCounted,
    writes: may(visit.actor, editorialPolicy['pieces.write']),
  };
});

/** Memos and circulars: those that wait for one's signature, and all that were signed with who has read them. */
export default function Memos() {
  const { memos, toSign, voice, total, page, filtered, kinds, states, atOnce, counted, writes } = useLoaderData<typeof loader>();
  const { say, format, now } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${say('memos.memos')} · Pregón`}</title>
      <Head
        name={say('memos.memos')}
        voice={say(voice.key, voice.vars)}
        actions={
          writes && (
            <Link className="button primary" to="/workspace/pieces/new?kind=circular">
              {say('memos.new')}
            </Link>
          )
        }
      />
      {toSign.length > 0 && (
        <Section title={say('memos.to_sign')} count={toSign.length}>
          <ul className="wires">
            {toSign.map((one) => (
              <li key={one.piece}>
                <Link to={`/workspace/pieces/${one.piece}/memo/signature`}>{one.title}</Link>
                <small>
                  {[
                    say(`pieces.kind.${one.kind}`),
                    one.unitName,
                    say('memos.approved_at', { at: brief(format, one.approvedAt, now) }),
                  ].join(' · ')}
                </small>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Filters
        search={say('memos.find')}
        filters={[
          {
            name: 'kind',
            label: say('memos.kind'),
            all: say('memos.any'),
            options: kinds.map((kind) => ({ value: kind, label: say(`pieces.kind.${kind}`) })),
          },
          {
            name: 'state',
            label: say('memos.state'),
            all: say('memos.any'),
            options: states.map((state) => ({ value: state, label: say(`memos.state.${state}`) })),
          },
        ]}
      >
        <TakeAway from="/workspace/memos/export" />
        <Link className="small" to="/workspace/memos/series">
          {say('memos.series')}
        </Link>
      </Filters>
      <Table
        caption={say('memos.memos')}
        rows={memos}
        rowKey={({ id }) => id}
        empty={
          <Empty slim={filtered} title={say(filtered ? 'memos.none_found' : 'memos.none')}>
            {say(filtered ? 'memos.none_found_how' : 'memos.none_how')}
          </Empty>
        }
        columns={[
          {
            key: 'what',
            name: say('memos.what'),
            phone: 'lead',
            cell: (row) => (
              <>
                <Link className="quiet" to={`/workspace/memos/${row.id}`}>
                  <b>{row.label}</b>
                </Link>
                <small>{row.title}</small>
              </>
            ),
          },
          { key: 'unit', name: say('memos.unit'), phone: 'second', cell: (row) => row.unitName },
          { key: 'state', name: say('memos.state'), phone: 'under', cell: (row) => <MemoStateMark state={row.state} /> },
          {
            key: 'reading',
            name: say('memos.reading'),
            cell: (row) =>
              row.people > 0 && <Progress at={(row.read / row.people) * 100} label={format.percent((row.read / row.people) * 100)} />,
          },
          {
            key: 'read',
            name: say('memos.read'),
            number: true,
            phone: 'figure',
            cell: (row) => row.people > 0 && say('memos.of', { read: format.number(row.read), people: format.number(row.people) }),
          },
          {
            key: 'at',
            name: say('memos.signed_on'),
            number: true,
            cell: (row) => <time dateTime={new Date(row.signedAt).toISOString()}>{brief(format, row.signedAt, now)}</time>,
          },
        ]}
      />
      <PageTurns page={page} atOnce={atOnce} shown={memos.length} total={total} counted={counted} />
    </main>
  );
}
