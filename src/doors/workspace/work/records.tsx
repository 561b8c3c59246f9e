import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { IndicatorCard, MadeOf } from '#domains/metrics/index.ts';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';

/** The last facts that make a figure up, each opening where it happened, and the way to all of them. */
export function Records({ card: { records, figure, row, today } }: { card: IndicatorCard }) {
  const { say, format } = useWords();
  if (!records) return null;
  return (
    <Section
      title={say('work.records')}
      id="records"
      count={format.number(records.total)}
      more={
        records.total > records.rows.length && (
          <Link to={`/workspace/measures/${row.measure}?${new URLSearchParams(records.asked)}`}>
            {say('work.open_all', { count: records.total })}
          </Link>
        )
      }
    >
      <RecordsTable
        rows={records.rows}
        today={today}
        empty={
          <Empty slim title={say('work.no_records')}>
            {say('work.no_records_how', { day: format.day(figure.startsOn) })}
          </Empty>
        }
      />
    </Section>
  );
}

export function RecordsTable({ rows, today, empty }: { rows: readonly MadeOf[]; today: string; empty: ReactNode }) {
  const { say, format } = useWords();
  const some = (has: (row: MadeOf) => unknown) => rows.some(has);
  return (
    <Table<MadeOf>
      caption={say('work.records')}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        { key: 'day', name: say('work.day'), phone: 'second', className: () => 'muted', cell: ({ day }) => format.shortDay(day, today) },
        { key: 'record', name: say('work.record'), phone: 'lead', cell: (row) => <Opened row={row} /> },
        ...(some(({ kind }) => kind)
          ? [{ key: 'kind', name: say('metrics.part.kind'), cell: ({ kind }: MadeOf) => kind ?? <span className="muted">—</span> }]
          : []),
        ...(some(({ channels }) => channels.length > 0)
          ? [{ key: 'channel', name: say('metrics.part.channel'), cell: ({ channels }: MadeOf) => channels.join(', ') }]
          : []),
        ...(some(({ unitName }) => unitName)
          ? [{ key: 'unit', name: say('work.unit'), cell: ({ unitName }: MadeOf) => unitName ?? <span className="muted">—</span> }]
          : []),
        {
          key: 'amount',
          name: say('work.counts'),
          number: true,
          phone: 'figure',
          cell: ({ amount, base }) =>
            base === 1
              ? format.number(amount, 2)
              : say('metrics.amount_of', { amount: format.number(amount, 2), base: format.number(base, 2) }),
        },
      ]}
    />
  );
}

function Opened({ row: { recordType, recordId, name, opens } }: { row: MadeOf }) {
  const { say } = useWords();
  const called = name ?? `${say(`metrics.record.${recordType}`)} ${recordId}`;
  if (opens === '') return <>{called}</>;
  // Another door is another document.
  return opens.startsWith('/workspace') ? (
    <Link className="quiet" to={opens}>
      {called}
    </Link>
  ) : (
    <a className="quiet" href={opens}>
      {called}
    </a>
  );
}
