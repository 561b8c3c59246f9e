import type { MemoState } from '#domains/editorial/index.ts';
import { State, type StateName } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

const shapes: Readonly<Record<MemoState, StateName>> = {
  signed: 'approved',
  sent: 'live',
  void: 'returned',
  replaced: 'draft',
  withdrawn: 'withdrawn',
};

export function MemoStateMark({ state }: { state: MemoState }) {
  const { say } = useWords();
  return <State state={shapes[state]}>{say(`memos.state.${state}`)}</State>;
}
