import { Banner } from '#ui/said-back.tsx';
import type { Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';

/** Somebody saved while this form was open: who, and for each field what he saved beside what was typed. Saving again keeps what was typed. */
export function Stale({
  answer,
  saved,
}: {
  answer: Answer | undefined;
  saved: Readonly<Record<string, readonly [label: string, value: string]>>;
}) {
  const { say } = useWords();
  if (answer?.refusal?.refused !== 'form.stale') return null;
  const differing = Object.entries(saved).filter(([name, [, value]]) => String(answer.typed[name] ?? '') !== value);
  return (
    <Banner tone="warn" title={say('refusals.form.stale', answer.refusal.details)}>
      {differing.map(([name, [label, value]]) => (
        <span className="differs" key={name}>
          {label}: <del>{value || say('organization.empty')}</del>{' '}
          <ins>{String(answer.typed[name] ?? '') || say('organization.empty')}</ins>
        </span>
      ))}
      {say('organization.stale_how')}
    </Banner>
  );
}
