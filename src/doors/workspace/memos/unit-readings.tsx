import { Link } from 'react-router';
import type { UnitReading } from '#domains/editorial/index.ts';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { Progress } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly memo: number;
  /** Whether it is out. */
  readonly open: boolean;
  readonly units: readonly UnitReading[];
  readonly sum: UnitReading;
  /** The dependencies of which the reader may note whom it reached. */
  readonly notes: readonly number[];
}

/** How a memo is read in each dependency, by which means; where the most are missing comes first. */
export function UnitReadings({ memo, open, units, sum, notes }: Props) {
  const { say, format } = useWords();
  return (
    <Section title={say('memos.units')} count={units.length}>
      <Table
        caption={say('memos.units')}
        rows={units}
        rowKey={({ unit }) => unit ?? 0}
        columns={[
          {
            key: 'unit',
            name: say('memos.unit'),
            phone: 'lead',
            cell: (row) => row.name ?? say('memos.no_unit'),
          },
          {
            key: 'bar',
            name: say('memos.reading'),
            phone: 'drawing',
            cell: (row) => <Progress at={(row.read / row.people) * 100} label={format.percent((row.read / row.people) * 100)} />,
          },
          {
            key: 'read',
            name: say('memos.read'),
            number: true,
            phone: 'figure',
            cell: (row) => say('memos.of', { read: format.number(row.read), people: format.number(row.people) }),
          },
          ...(['intranet', 'print', 'screen'] as const)
            .filter((means) => sum[means] > 0 || means === 'intranet')
            .map((means) => ({
              key: means,
              name: say(`memos.col.${means}`),
              number: true,
              cell: (row: UnitReading) => format.number(row[means]),
            })),
          { key: 'missing', name: say('memos.col.unread'), number: true, cell: (row) => format.number(row.people - row.read) },
          ...(open && notes.length > 0
            ? [
                {
                  key: 'reach',
                  name: <span className="sr">{say('memos.reach')}</span>,
                  phone: 'under' as const,
                  cell: (row: UnitReading) =>
                    row.unit !== null &&
                    notes.includes(row.unit) && (
                      <Link className="small" to={`/workspace/memos/${memo}/reached/${row.unit}`}>
                        {say('memos.reach_short')} <span className="sr">{row.name}</span>
                      </Link>
                    ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
