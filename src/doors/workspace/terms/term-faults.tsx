import type { TermFault } from '#domains/editorial/index.ts';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';

/** Why a file of terms did not come in, row by row. */
export function Faults({ faults }: { faults: readonly TermFault[] }) {
  const { say, format } = useWords();
  return (
    <Section title={say('terms.faults')} count={format.number(faults.length)}>
      <Table
        className="stacked"
        caption={say('terms.faults')}
        rows={faults}
        rowKey={({ row }) => row}
        columns={[
          { key: 'row', name: say('terms.row'), cell: ({ row }) => format.number(row) },
          {
            key: 'column',
            name: say('terms.column'),
            cell: ({ column }) => (column ? say(`terms.${column === 'insteadOf' ? 'instead_of' : column}`) : ''),
          },
          { key: 'wrong', name: say('terms.wrong'), cell: ({ problem }) => say(`refusals.${problem.refused}`, problem.details) },
        ]}
      />
    </Section>
  );
}
