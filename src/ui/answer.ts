import { useActionData } from 'react-router';
import type { Answer } from './field.tsx';

/** What the server said to the form of this intent: several forms of one page are told apart by it. */
export function useAnswer(intent?: string): Answer | undefined {
  const answer = useActionData<Answer | undefined>();
  if (!answer || typeof answer !== 'object' || !('problems' in answer)) return undefined;
  return intent === undefined || answer.typed.intent === intent ? answer : undefined;
}
