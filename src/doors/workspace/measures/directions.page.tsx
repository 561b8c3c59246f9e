import { Link, useLoaderData, useSearchParams } from 'react-router';
import { directions, directionsBoard, directionsVoice, measureInput, type DirectionsBoard } from '#domains/metrics/index.ts';
import { load } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { Spark } from '#ui/spark.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { spoken } from '../work/spoken.ts';
import { sourceName, sourceRows, type SourceRow } from './direction-rows.ts';
import { sinceFilter } from './part-filters.ts';

export const handle = {
  crumbs: (_: unknown, say: Say) => [
    { name: say('metrics.measures'), to: '/workspace/measures' },
    { name: say('metrics.directions.short') },
  ],
};

export const loader = load(async ({ ctx, url }) => {
  const board = await directionsBoard(ctx, measureInput.parse(Object.fromEntries(url.searchParams)));
  return { board, voice: directionsVoice(board) };
});

/** How the house speaks inside: down, up, across and between peers, each down to its records. */
export default function Directions() {
  const { board, voice } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const download = (kind: string) => `/workspace/measures/directions/export?${new URLSearchParams([...params, ['format', kind]])}`;
  return (
    <main className="page" id="contenido">
      <title>{`${say('metrics.directions')} · Pregón`}</title>
      <Head name={say('metrics.directions')} voice={spoken(say, format, voice)} />
      <Filters filters={[sinceFilter(board, say, format)]}>
        <span className="push small">
          {say('work.export')} <a href={download('xlsx')}>XLSX</a> · <a href={download('csv')}>CSV</a>
        </span>
      </Filters>
      <Section title={say('metrics.directions.caption')}>
        <Sources board={board} />
      </Section>
      <Units board={board} />
    </main>
  );
}

function Sources({ board }: { board: DirectionsBoard }) {
  const { say, format } = useWords();
  const counts = new Map(board.directions.map((one) => [one.direction, one.count]));
  return (
    <Table<SourceRow>
      caption={say('metrics.directions.caption')}
      rows={sourceRows(board)}
      rowKey={({ key }) => key}
      group={({ direction }) => ({
        key: direction,
        head: (
          <>
            {say(`metrics.direction.${direction}`)} <small>{format.number(counts.get(direction) ?? 0)}</small>
          </>
        ),
      })}
      columns={[
        {
          key: 'source',
          name: say('metrics.directions.source'),
          phone: 'lead',
          cell: (row) =>
            row.source ? (
              <Link className="quiet" to={recordsOf(row.source, board)}>
                <b>{sourceName(row.source, say)}</b>
              </Link>
            ) : (
              <span className="muted">{say(`metrics.direction.later.${row.later}`)}</span>
            ),
        },
        {
          key: 'counts',
          name: say('work.counts'),
          phone: 'second',
          cell: ({ source }) =>
            source ? (
              <small className="muted">
                {source.channel ? say('metrics.direction.channel_counts') : say(`metrics.counts.${source.measure}`)}
              </small>
            ) : null,
        },
        {
          key: 'trend',
          name: say('metrics.by_month'),
          phone: 'drawing',
          cell: ({ source }) => source && source.count !== 0 && <Spark values={source.months} />,
        },
        {
          key: 'count',
          name: say('metrics.directions.messages'),
          number: true,
          phone: 'figure',
          cell: ({ source }) => (source ? format.number(source.count) : <span className="muted">—</span>),
        },
        {
          key: 'last',
          name: say('work.measured'),
          number: true,
          className: () => 'muted',
          cell: ({ source }) => (source?.lastOn ? format.shortDay(source.lastOn, board.today) : '—'),
        },
      ]}
    />
  );
}

function Units({ board }: { board: DirectionsBoard }) {
  const { say, format } = useWords();
  return (
    <Section title={say('metrics.directions.by_unit')} count={format.number(board.units.length)}>
      <Table
        caption={say('metrics.directions.by_unit')}
        rows={board.units}
        rowKey={({ code }) => code ?? ''}
        empty={
          <Empty slim title={say('metrics.direction.nothing')}>
            {say('metrics.directions.by_unit_how')}
          </Empty>
        }
        columns={[
          { key: 'unit', name: say('metrics.part.unit'), cell: ({ name }) => name ?? say('metrics.directions.no_unit') },
          ...directions.map((direction) => ({
            key: direction,
            name: say(`metrics.direction.${direction}`),
            number: true,
            cell: ({ counts }: DirectionsBoard['units'][number]) =>
              counts[direction] === 0 ? <span className="muted">—</span> : format.number(counts[direction]),
          })),
        ]}
      />
    </Section>
  );
}

/** The records of a source, between the same days. */
const recordsOf = ({ measure, channel }: NonNullable<SourceRow['source']>, { from }: DirectionsBoard) =>
  `/workspace/measures/${measure}?${new URLSearchParams({ from, ...(channel ? { channel } : {}) })}`;
