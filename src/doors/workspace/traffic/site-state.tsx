import { State } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

/** Whether a site is counted, waits for the first page that carries its snippet, or is no longer counted. */
export function SiteState({ closed, seen }: { closed: boolean; seen: boolean }) {
  const { say } = useWords();
  const state = closed ? 'closed' : seen ? 'counting' : 'waiting';
  return <State state={({ closed: 'withdrawn', counting: 'live', waiting: 'requested' } as const)[state]}>{say(`traffic.${state}`)}</State>;
}
