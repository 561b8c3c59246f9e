import type { DispatchState } from '#domains/channels/index.ts';
import { State, type StateName } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

const shapes: Record<DispatchState, StateName> = {
  scheduled: 'scheduled',
  held: 'draft',
  waiting: 'requested',
  sending: 'review',
  delivered: 'live',
  failed: 'failed',
  unknown: 'unknown',
  cancelled: 'withdrawn',
  withdrawn: 'withdrawn',
  replaced: 'withdrawn',
  expired: 'withdrawn',
};

/** Where a dispatch is: a shape and its word. */
export function DispatchStateMark({ state }: { state: DispatchState }) {
  const { say } = useWords();
  return <State state={shapes[state]}>{say(`dispatches.state.${state}`)}</State>;
}
