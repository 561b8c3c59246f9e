import { Banner } from '#ui/said-back.tsx';
import type { Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';

interface Conflict {
  readonly field: string;
  readonly yours: unknown;
  readonly theirs: unknown;
}

/** Somebody saved the same fields meanwhile: both values of each. Saving again keeps what was typed; what only they changed stays. */
export function StaleRow({ answer }: { answer: Answer | undefined }) {
  const { say } = useWords();
  if (answer?.refusal?.refused !== 'form.stale') return null;
  const { conflicts = [] } = answer.refusal as { conflicts?: readonly Conflict[] };
  return (
    <Banner tone="warn" title={say('refusals.form.stale', answer.refusal.details)}>
      {conflicts.map(({ field, yours, theirs }) => (
        <span className="differs" key={field}>
          {say(`plan.field.${field}`)}: <del>{text(theirs) || say('plan.nothing')}</del> <ins>{text(yours) || say('plan.nothing')}</ins>
        </span>
      ))}
      {say('plan.stale_how')}
    </Banner>
  );
}

/** What the form showed, with the others' value where both changed the same: saving again then keeps what was typed there. */
export function wasOf(answer: Answer | undefined, shown: Record<string, unknown>): string {
  if (!answer?.typed['was']) return JSON.stringify(shown);
  const { conflicts = [] } = (answer.refusal ?? {}) as { conflicts?: readonly Conflict[] };
  return JSON.stringify({
    ...JSON.parse(String(answer.typed['was'])),
    ...Object.fromEntries(conflicts.map(({ field, theirs }) => [field, theirs])),
  });
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : value === null || value === undefined
      ? ''
      : JSON.stringify(value);
