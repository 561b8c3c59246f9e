import type { DataRequest } from '#domains/audiences/index.ts';
import { State } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

const shapes = { open: 'review', incomplete: 'returned', answered: 'approved', withdrawn: 'withdrawn' } as const;

export function DataRequestState({ request: { state, outcome } }: { request: Pick<DataRequest, 'state' | 'outcome'> }) {
  const { say } = useWords();
  return <State state={shapes[state]}>{outcome ? say(`audiences.data.outcome_${outcome}`) : say(`audiences.data.state_${state}`)}</State>;
}
