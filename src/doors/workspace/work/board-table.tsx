import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Board, BoardRow } from '#domains/metrics/index.ts';
import { Spark } from '#ui/spark.tsx';
import { Table, type Column } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { figureIn, FigureLight, OfDue } from './figures.tsx';
import { PartCounts } from './objectives.tsx';
import { periodName, shortPeriod } from './periods.ts';

/** The indicators of a plan, under their components while they are in the order of the tree. */
export function BoardTable({
  board,
  grouped,
  empty,
}: {
  board: Pick<Board, 'rows' | 'components' | 'objectives' | 'today'>;
  grouped: boolean;
  empty: ReactNode;
}) {
  const { say } = useWords();
  const parts = new Map([...board.objectives, ...board.components].map((part) => [part.item, part]));
  const group = (row: BoardRow) => {
    const part = parts.get(row.component ?? row.objective ?? 0);
    if (!part) return { key: 'part-0', head: say('work.no_component') };
    return {
      key: `part-${part.item}`,
      head: (
        <>
          {part.title}{' '}
          <small>
            {part.advance && `${say('work.percent', { at: Math.round(part.advance.progress) })} · `}
            <PartCounts part={part} />
          </small>
        </>
      ),
    };
  };
  return (
    <Table
      className="board"
      caption={say('work.board_caption')}
      columns={useColumns(board.today)}
      rows={board.rows}
      rowKey={({ item }) => item}
      group={grouped ? group : undefined}
      empty={empty}
    />
  );
}

function useColumns(today: string): Column<BoardRow>[] {
  const { say, format } = useWords();
  const measured = ({ own, lastOn, overdue, periods }: BoardRow) =>
    overdue ? (
      <span className="late">{say('work.expired')}</span>
    ) : lastOn === null ? (
      '—'
    ) : own && lastOn === today ? (
      say('work.today')
    ) : lastOn > today ? (
      periodOn(lastOn, periods)
    ) : (
      format.shortDay(lastOn, today)
    );
  // A reading of a period that has not ended says the period: no day of it is known.
  const periodOn = (day: string, periods: BoardRow['periods']) => {
    const period = periods.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
    return period ? shortPeriod(say, format, period) : day.slice(0, 4);
  };
  return [
    {
      key: 'title',
      name: say('work.indicator'),
      sorts: true,
      phone: 'lead',
      cell: (row) => (
        <>
          <Link className="quiet" to={`/workspace/indicators/${row.item}`}>
            <b>{row.title}</b>
          </Link>
          <Warning row={row} />
        </>
      ),
    },
    {
      key: 'owner',
      name: say('work.owner'),
      phone: 'second',
      cell: (row) => row.unitName ?? row.personName ?? <span className="muted">{say('work.nobody')}</span>,
    },
    {
      key: 'trend',
      name: say('work.against_due'),
      phone: 'drawing',
      cell: (row) => <Spark values={row.trend} due={row.target === null ? null : 100} />,
    },
    {
      key: 'value',
      name: say('work.value'),
      number: true,
      phone: 'figure',
      cell: (row) =>
        row.value === null ? (
          <span className="muted">—</span>
        ) : row.overdue ? (
          <span className="muted">{figureIn(format, row.value, row.figureUnit)}</span>
        ) : (
          <b>{figureIn(format, row.value, row.figureUnit)}</b>
        ),
    },
    {
      key: 'target',
      name: say('work.target_of', { year: today.slice(0, 4) }),
      number: true,
      cell: (row) =>
        row.target === null ? <span className="muted">{say('work.no_target')}</span> : figureIn(format, row.target, row.figureUnit),
    },
    { key: 'due', name: say('work.of_due'), number: true, sorts: true, cell: (row) => <OfDue row={row} /> },
    { key: 'light', name: say('work.light'), phone: 'under', cell: (row) => <FigureLight light={row.light} target={row.target} /> },
    { key: 'measured', name: say('work.measured'), number: true, sorts: true, className: () => 'muted', cell: measured },
  ];
}

/** What is wrong with it, in a line under its name. */
function Warning({ row }: { row: BoardRow }) {
  const { say, format } = useWords();
  if (row.overdue)
    return (
      <small className="late">
        {say('work.reading_late', { period: periodName(say, format, row.overdue), count: row.overdue.daysLate })}
      </small>
    );
  if (row.late)
    return (
      <small className="late">
        {say('work.activity_late', { title: row.late.title.replaceAll('«', '“').replaceAll('»', '”'), count: row.late.days })}
      </small>
    );
  if (row.pending > 0) return <small className="soon">{say('work.pending', { count: row.pending })}</small>;
  return null;
}
