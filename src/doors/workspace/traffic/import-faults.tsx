import type { VisitFault, VisitImport } from '#domains/metrics/index.ts';
import { FaultyRows } from '#ui/faulty-rows.tsx';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly asked: VisitImport;
  readonly faults: readonly VisitFault[];
  readonly count: number;
  /** Found by looking only: there is nothing to download yet. */
  readonly preview?: boolean;
}

/** Rows that were not counted, with what is wrong. */
export function VisitImportFaults({ asked, faults, count, preview = false }: Props) {
  const { say } = useWords();
  return (
    <FaultyRows
      rows={faults}
      count={count}
      {...(preview ? {} : { path: `/workspace/traffic/imports/${asked.id}/faults` })}
      problem={({ problem, value }) => <span className="late">{say(`refusals.${problem}`, { value, cell: value })}</span>}
    />
  );
}
