import type { MailingState, RecipientState } from '#domains/channels/index.ts';
import { State, type StateName } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

const shapes: Record<MailingState, StateName> = {
  draft: 'draft',
  approved: 'approved',
  scheduled: 'scheduled',
  sending: 'live',
  paused: 'returned',
  held: 'returned',
  finished: 'live',
  cancelled: 'withdrawn',
};

/** Where a mailing is: a shape and its word. */
export function MailingStateMark({ state }: { state: MailingState }) {
  const { say } = useWords();
  return <State state={shapes[state]}>{say(`mailings.state.${state}`)}</State>;
}

/** How one delivery stands, in the order in which they are told. */
export const outcomes = [
  { state: 'accepted', shape: 'live', tone: 'good' },
  { state: 'attempted', shape: 'review', tone: 'accent' },
  { state: 'queued', shape: 'requested', tone: 'idle' },
  { state: 'unknown', shape: 'unknown', tone: 'warn' },
  { state: 'bounced', shape: 'bounced', tone: 'bad' },
  { state: 'complained', shape: 'returned', tone: 'bad' },
  { state: 'suppressed', shape: 'withdrawn', tone: 'idle' },
] as const;

const shapeOf = Object.fromEntries(outcomes.map(({ state, shape }) => [state, shape])) as Record<RecipientState, StateName>;

export function RecipientStateMark({ state }: { state: RecipientState }) {
  const { say } = useWords();
  return <State state={shapeOf[state]}>{say(`mailings.recipient.${state}`)}</State>;
}
