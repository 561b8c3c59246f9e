import type { VisitImportState } from '#domains/metrics/index.ts';
import { State } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

const shapes = { matching: 'draft', running: 'scheduled', done: 'live', stopped: 'withdrawn', failed: 'failed' } as const;

export function VisitImportStateMark({ state }: { state: VisitImportState }) {
  const { say } = useWords();
  return <State state={shapes[state]}>{say(`traffic.import.state.${state}`)}</State>;
}
