import type { ReactNode } from 'react';
import { Section } from './section.tsx';
import { Table } from './table.tsx';
import { useWords } from './words.tsx';

interface Row {
  readonly row: number;
  readonly cells: readonly string[];
}

interface Props<R extends Row> {
  readonly rows: readonly R[];
  /** Of all, also those that are not shown. */
  readonly count?: number;
  /** Where the file to mend is taken away, once there is one. */
  readonly path?: string;
  readonly problem: (row: R) => ReactNode;
}

/** Rows of a file that did not come in, with what is wrong and the file to mend and load again. */
export function FaultyRows<R extends Row>({ rows, count, path, problem }: Props<R>) {
  const { say } = useWords();
  return (
    <Section
      title={say('ui.sheet.faults')}
      {...(count === undefined ? {} : { count })}
      more={
        path !== undefined && (
          <span className="small push">
            {say('ui.sheet.mend')} <a href={`${path}?format=xlsx`}>XLSX</a> · <a href={`${path}?format=csv`}>CSV</a>
          </span>
        )
      }
    >
      <Table
        caption={say('ui.sheet.faults')}
        rows={rows}
        rowKey={({ row }) => row}
        columns={[
          { key: 'row', name: say('ui.sheet.row'), number: true, phone: 'figure', cell: ({ row }) => row },
          {
            key: 'cells',
            name: say('ui.sheet.says'),
            phone: 'lead',
            cell: ({ cells }) => cells.filter(Boolean).slice(0, 5).join(' · '),
          },
          { key: 'problem', name: say('ui.sheet.problem'), phone: 'second', cell: problem },
        ]}
      />
    </Section>
  );
}
