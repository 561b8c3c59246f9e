import type { UnitOption } from '#domains/organization/index.ts';
import { SelectField, TextField, type Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { UnitField } from './unit-field.tsx';

interface Known {
  readonly name: string;
  readonly email: string;
  readonly position: string;
  readonly employment: string;
  readonly unit_id: number | null;
  readonly language: string;
}

/** What is asked of a person, new or known. */
export function PersonFields({ units, person, answer }: { units: readonly UnitOption[]; person?: Known; answer: Answer | undefined }) {
  const { say } = useWords();
  return (
    <>
      <TextField
        name="name"
        label={say('organization.person.name')}
        defaultValue={person?.name}
        answer={answer}
        required
        maxLength={200}
        autoComplete="off"
      />
      <TextField
        name="email"
        type="email"
        label={say('organization.person.email')}
        defaultValue={person?.email}
        answer={answer}
        required
        maxLength={254}
        autoComplete="off"
      />
      <UnitField
        name="unit"
        label={say('organization.unit.one')}
        options={units}
        blank={say('organization.person.no_unit')}
        chosen={person?.unit_id ?? null}
        answer={answer}
      />
      <TextField
        name="position"
        label={say('organization.person.position')}
        optional
        defaultValue={person?.position}
        answer={answer}
        maxLength={200}
      />
      <SelectField
        name="employment"
        label={say('organization.person.employment')}
        defaultValue={person?.employment ?? 'servant'}
        answer={answer}
        options={(['servant', 'contractor'] as const).map((value) => ({ value, label: say(`organization.person.${value}`) }))}
      />
      <SelectField
        name="language"
        label={say('organization.person.language')}
        defaultValue={person?.language ?? 'es'}
        answer={answer}
        options={[
          { value: 'es', label: 'Español' },
          { value: 'en', label: 'English' },
        ]}
      />
    </>
  );
}
