import type { Fault } from '#domains/plan/index.ts';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';

/** What is wrong in a file, a row each: where, and how to mend it. */
export function Faults({ faults }: { faults: readonly Fault[] }) {
  const { say } = useWords();
  const place = ({ line, sheet, row, column }: Fault['at']) =>
    [
      line !== undefined && say('plan.at_line', { line: String(line) }),
      sheet && say('plan.at_sheet', { sheet }),
      row && say('plan.at_row', { row: String(row) }),
      column && say('plan.at_column', { column }),
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <Table
      caption={say('plan.faults')}
      rows={faults.slice(0, 200).map((fault, at) => ({ ...fault, at: fault.at, key: at }))}
      rowKey={({ key }) => key}
      columns={[
        { key: 'where', name: say('plan.where'), phone: 'second', cell: ({ at }) => place(at) },
        {
          key: 'what',
          name: say('plan.what'),
          phone: 'lead',
          cell: ({ code, details, at }) => (
            <>
              {details['field'] && !at.column && <b>{details['field']}: </b>}
              {say(`refusals.${code}`, details)}
            </>
          ),
        },
      ]}
    />
  );
}
