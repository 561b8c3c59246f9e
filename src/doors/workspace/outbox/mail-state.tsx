import type { MailState } from '#platform/mail/outbox.ts';
import { State } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

const shapes = { waiting: 'scheduled', sent: 'live', refused: 'failed', unknown: 'unknown', kept: 'draft' } as const;

export function MailStateOf({ state }: { state: MailState }) {
  const { say } = useWords();
  return <State state={shapes[state]}>{say(`me.outbox.state.${state}`)}</State>;
}
