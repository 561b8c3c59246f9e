import type { ContactImport, FaultRow } from '#domains/audiences/index.ts';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly asked: ContactImport;
  readonly faults: readonly FaultRow[];
  /** Found by looking only: there is nothing to download yet. */
  readonly preview?: boolean;
}

/** Rows that did not come in, with what is wrong and the file to mend and load again. */
export function ImportFaults({ asked, faults, preview = false }: Props) {
  const { say } = useWords();
  return (
    <Section
      title={say('audiences.import.faults')}
      {...(preview ? {} : { count: asked.faulted })}
      more={
        !preview && (
          <span className="small push">
            {say('audiences.import.mend')} <a href={`/workspace/imports/${asked.id}/faults?format=xlsx`}>XLSX</a> ·{' '}
            <a href={`/workspace/imports/${asked.id}/faults?format=csv`}>CSV</a>
          </span>
        )
      }
    >
      <Table
        caption={say('audiences.import.faults')}
        rows={faults}
        rowKey={({ row }) => row}
        columns={[
          { key: 'row', name: say('audiences.import.row'), number: true, phone: 'figure', cell: ({ row }) => row },
          {
            key: 'cells',
            name: say('audiences.import.says'),
            phone: 'lead',
            cell: ({ cells }) => cells.filter(Boolean).slice(0, 4).join(' · '),
          },
          {
            key: 'problems',
            name: say('audiences.import.problem'),
            phone: 'second',
            cell: ({ problems }) =>
              problems.map(({ column, problem }, at) => (
                <span key={at} className="late">
                  {column && column !== 'attributes' ? `${say(`audiences.contact.${column}`)}: ` : ''}
                  {say(`refusals.${problem.refused}`, problem.details)}{' '}
                </span>
              )),
          },
        ]}
      />
    </Section>
  );
}
