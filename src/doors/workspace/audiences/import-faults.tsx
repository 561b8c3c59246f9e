import type { ContactImport, FaultRow } from '#domains/audiences/index.ts';
import { FaultyRows } from '#ui/faulty-rows.tsx';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly asked: ContactImport;
  readonly faults: readonly FaultRow[];
  /** Found by looking only: there is nothing to download yet. */
  readonly preview?: boolean;
}

/** Rows that did not come in, with what is wrong in which column. */
export function ImportFaults({ asked, faults, preview = false }: Props) {
  const { say } = useWords();
  return (
    <FaultyRows
      rows={faults}
      {...(preview ? {} : { count: asked.faulted, path: `/workspace/imports/${asked.id}/faults` })}
      problem={({ problems }) =>
        problems.map(({ column, problem }, at) => (
          <span key={at} className="late">
            {column && column !== 'attributes' ? `${say(`audiences.contact.${column}`)}: ` : ''}
            {say(`refusals.${problem.refused}`, problem.details)}{' '}
          </span>
        ))
      }
    />
  );
}
