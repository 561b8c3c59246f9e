import type { PieceState } from '#domains/editorial/index.ts';
import { State, type StateName } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

const shapes: Record<PieceState, StateName> = {
  draft: 'draft',
  in_review: 'review',
  approved: 'approved',
  scheduled: 'scheduled',
  published: 'live',
  expired: 'withdrawn',
  withdrawn: 'withdrawn',
  discarded: 'withdrawn',
};

/** Where a piece is on its way: a shape and its word. */
export function PieceStateMark({ state }: { state: PieceState }) {
  const { say } = useWords();
  return <State state={shapes[state]}>{say(`pieces.state.${state}`)}</State>;
}
