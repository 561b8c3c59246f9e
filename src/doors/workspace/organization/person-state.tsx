import { State } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

/** Whether somebody is here, has not come in yet, or has left. */
export function PersonState({ person }: { person: { left_at: Date | null; last_seen_at: Date | null } }) {
  const { say, format, now } = useWords();
  if (person.left_at)
    return <State state="withdrawn">{say('organization.person.left_on', { day: format.ago(person.left_at, now) })}</State>;
  if (!person.last_seen_at) return <State state="requested">{say('organization.person.state_invited_one')}</State>;
  return <State state="approved">{say('organization.person.state_active_one')}</State>;
}
