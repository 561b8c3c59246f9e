import { Choices } from '#ui/choices.tsx';
import { SelectField, type Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';

export interface WhomChoices {
  readonly kinds: readonly { readonly code: string; readonly needsConsent: boolean }[];
  readonly purposes: readonly { readonly code: string; readonly name: string }[];
  readonly segments: readonly { readonly code: string; readonly name: string }[];
  readonly mailings: readonly { readonly id: number; readonly title: string }[];
}

interface Props {
  readonly choices: WhomChoices;
  readonly answer: Answer | undefined;
  readonly whom?: {
    readonly kind: string;
    readonly purpose: string | null;
    readonly segments: readonly string[];
    readonly excludedSegments: readonly string[];
    readonly excludedMailings: readonly number[];
  };
}

/** For whom: why one may write to them, and who they are. */
export function WhomFields({ choices, answer, whom }: Props) {
  const { say } = useWords();
  const segments = choices.segments.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      <Choices
        name="kind"
        legend={say('mailings.kind')}
        chosen={[whom?.kind ?? 'subscription']}
        options={choices.kinds.map(({ code }) => ({
          value: code,
          label: say(`audiences.sending.${code}`),
          more: say(`audiences.sending.${code}_why`),
        }))}
        answer={answer}
      />
      <SelectField
        name="purpose"
        label={say('mailings.purpose')}
        hint={say('mailings.purpose_hint')}
        blank={say('mailings.no_purpose')}
        defaultValue={whom ? (whom.purpose ?? '') : (choices.purposes[0]?.code ?? '')}
        options={choices.purposes.map(({ code, name }) => ({ value: code, label: name }))}
        answer={answer}
      />
      <Choices name="segments" legend={say('mailings.segments')} several options={segments} chosen={whom?.segments ?? []} answer={answer} />
      <details className="fold" open={(whom?.excludedSegments.length ?? 0) + (whom?.excludedMailings.length ?? 0) > 0}>
        <summary>{say('mailings.except')}</summary>
        <Choices
          name="excludedSegments"
          legend={say('mailings.except_segments')}
          several
          options={segments}
          chosen={whom?.excludedSegments ?? []}
          answer={answer}
        />
        {choices.mailings.length > 0 && (
          <Choices
            name="excludedMailings"
            legend={say('mailings.except_mailings')}
            several
            options={choices.mailings.map(({ id, title }) => ({ value: String(id), label: title }))}
            chosen={(whom?.excludedMailings ?? []).map(String)}
            answer={answer}
          />
        )}
      </details>
    </>
  );
}
