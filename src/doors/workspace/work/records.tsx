import { Link } from 'react-router';
import type { IndicatorCard } from '#domains/metrics/index.ts';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';

type Record = NonNullable<IndicatorCard['records']>['rows'][number];

/** The facts that make a figure up, each opening where it happened. */
export function Records({ card: { records, figure, today } }: { card: IndicatorCard }) {
  const { say, format } = useWords();
  if (!records) return null;
  const { rows, total, page, atOnce } = records;
  const first = (page - 1) * atOnce;
  return (
    <Section title={say('work.records')} id="records" count={format.number(total)}>
      <Table<Record>
        caption={say('work.records')}
        rows={rows}
        rowKey={(row) => `${row.day} ${row.recordType} ${row.recordId} ${rows.indexOf(row)}`}
        empty={
          <Empty slim title={say('work.no_records')}>
            {say('work.no_records_how', { day: format.day(figure.startsOn) })}
          </Empty>
        }
        columns={[
          { key: 'day', name: say('work.day'), className: () => 'muted', cell: ({ day }) => format.shortDay(day, today) },
          { key: 'record', name: say('work.record'), cell: (row) => <Opened row={row} /> },
          { key: 'unit', name: say('work.unit'), cell: ({ unitName }) => unitName ?? <span className="muted">—</span> },
          { key: 'amount', name: say('work.counts'), number: true, cell: ({ amount }) => format.number(amount, 2) },
        ]}
      />
      {total > atOnce && (
        <Pages
          says={say('work.records_shown', { from: first + 1, to: first + rows.length, count: total })}
          previous={page > 1 ? `?page=${page - 1}#records` : null}
          next={first + rows.length < total ? `?page=${page + 1}#records` : null}
        />
      )}
    </Section>
  );
}

function Opened({ row: { recordType, recordId, item, title, section } }: { row: Record }) {
  const { say } = useWords();
  if (recordType === 'section')
    return (
      <a className="quiet" href={section === 'home' ? '/' : `/${section}`}>
        {section === 'home' ? say('work.front_page') : `/${section}`}
      </a>
    );
  if (item !== null)
    return (
      <Link className="quiet" to={`/workspace/activities/${item}`}>
        {title ?? recordId}
      </Link>
    );
  return <>{recordId}</>;
}
