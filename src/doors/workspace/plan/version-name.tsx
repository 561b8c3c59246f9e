import type { State as VersionState } from '#domains/plan/index.ts';
import { State, type StateName } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

const shapes: Record<VersionState, StateName> = {
  draft: 'draft',
  in_review: 'review',
  approved: 'approved',
  in_force: 'live',
  closed: 'withdrawn',
};

/** How a version stands: a shape and its word. */
export function VersionStateMark({ state }: { state: VersionState }) {
  const { say } = useWords();
  return <State state={shapes[state]}>{say(`plan.state.${state}`)}</State>;
}
