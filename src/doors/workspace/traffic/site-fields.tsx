import type { UnitOption } from '#domains/organization/index.ts';
import { TextAreaField, TextField, type Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { UnitField } from '../organization/unit-field.tsx';

interface Props {
  readonly answer: Answer | undefined;
  readonly units: readonly UnitOption[];
  readonly is?: { readonly name: string; readonly hosts: readonly string[]; readonly rules: string; readonly unit: number | null };
}

/** What a site is: its name, where it is, whose it is, and which of its paths are which section. */
export function SiteFields({ answer, units, is }: Props) {
  const { say } = useWords();
  return (
    <>
      <TextField
        name="name"
        label={say('traffic.name')}
        hint={say('traffic.name_hint')}
        answer={answer}
        defaultValue={is?.name}
        required
        maxLength={120}
      />
      <TextAreaField
        name="hosts"
        label={say('traffic.hosts')}
        hint={say('traffic.hosts_hint')}
        answer={answer}
        defaultValue={is?.hosts.join('\n')}
        rows={2}
        required
        spellCheck={false}
      />
      <TextAreaField
        name="rules"
        label={say('traffic.rules')}
        hint={say('traffic.rules_hint')}
        answer={answer}
        defaultValue={is?.rules}
        rows={7}
        optional
        spellCheck={false}
      />
      <UnitField
        name="unit"
        label={say('traffic.unit')}
        blank={say('traffic.no_unit')}
        options={units}
        chosen={is?.unit ?? null}
        answer={answer}
        optional
      />
    </>
  );
}
