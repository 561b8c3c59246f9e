import type { ScreenState } from '#domains/channels/index.ts';
import { State, type StateName } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

const shapes: Record<ScreenState, StateName> = { showing: 'live', silent: 'failed', off: 'scheduled', new: 'requested' };

/** How a screen is: a shape and its word. */
export function ScreenStateMark({ state }: { state: ScreenState }) {
  const { say } = useWords();
  return <State state={shapes[state]}>{say(`screens.state.${state}`)}</State>;
}
