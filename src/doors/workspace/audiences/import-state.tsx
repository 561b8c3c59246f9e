import type { ContactImport } from '#domains/audiences/index.ts';
import { State } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

const shapes = {
  matching: 'draft',
  running: 'live',
  stopped: 'returned',
  done: 'approved',
  undoing: 'live',
  undone: 'withdrawn',
  failed: 'failed',
} as const;

export function ImportState({ state }: Pick<ContactImport, 'state'>) {
  const { say } = useWords();
  return <State state={shapes[state]}>{say(`audiences.import.state_${state}`)}</State>;
}
