import type { VisitFault } from '#domains/metrics/index.ts';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly faults: readonly VisitFault[];
  readonly heads: readonly string[];
  readonly count: number;
  /** Its import, once there is something to take away. */
  readonly file?: number;
}

/** Rows that were not counted, with what is wrong. */
export function VisitImportFaults({ faults, count, file }: Props) {
  const { say } = useWords();
  return (
    <Section
      title={say('traffic.import.faults')}
      count={count}
      more={
        file !== undefined && (
          <span className="small push">
            {say('traffic.import.mend')} <a href={`/workspace/traffic/imports/${file}/faults?format=xlsx`}>XLSX</a> ·{' '}
            <a href={`/workspace/traffic/imports/${file}/faults?format=csv`}>CSV</a>
          </span>
        )
      }
    >
      <Table
        caption={say('traffic.import.faults')}
        rows={faults}
        rowKey={({ row }) => row}
        columns={[
          { key: 'row', name: say('traffic.import.row'), number: true, phone: 'figure', cell: ({ row }) => row },
          {
            key: 'cells',
            name: say('traffic.import.says'),
            phone: 'lead',
            cell: ({ cells }) => cells.filter(Boolean).slice(0, 5).join(' · '),
          },
          {
            key: 'problem',
            name: say('traffic.import.problem'),
            phone: 'second',
            cell: ({ problem, value }) => <span className="late">{say(`refusals.${problem}`, { value, cell: value })}</span>,
          },
        ]}
      />
    </Section>
  );
}
