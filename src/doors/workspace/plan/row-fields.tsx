import type { Plan } from '#domains/plan/index.ts';
import { SelectField, TextAreaField, TextField, type Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { PersonField } from '../organization/person-field.tsx';
import { ActivityFields } from './activity-fields.tsx';
import { IndicatorFields } from './indicator-fields.tsx';
import type { Inspected } from './inspected.ts';
import { Several } from './several.tsx';
import { shownOf } from './shown-fields.ts';
import { wasOf } from './stale-row.tsx';

/** The fields of a row by its kind, and, hidden, what they showed, so that two edits can be joined. */
export function RowFields({ chosen, plan, answer }: { chosen: Inspected; plan: Plan; answer: Answer | undefined }) {
  const { say } = useWords();
  const { row, kind, choices } = chosen;
  if (!choices) return null;
  return (
    <>
      {row && <input type="hidden" name="was" value={wasOf(answer, shownOf(chosen))} />}
      <TextField
        name="title"
        label={say('plan.field.title')}
        defaultValue={row?.title}
        maxLength={500}
        required
        autoFocus={!row}
        answer={answer}
      />
      {row && <TextField name="code" label={say('plan.field.code')} defaultValue={row.code} maxLength={60} required answer={answer} />}
      <TextAreaField
        name="description"
        label={say('plan.field.description')}
        defaultValue={row?.description}
        rows={3}
        maxLength={5000}
        optional
        answer={answer}
      />
      <SelectField
        name="unit"
        label={say('plan.field.unit')}
        options={choices.units}
        blank={say('plan.nobody')}
        defaultValue={String(row?.unit ?? '')}
        answer={answer}
      />
      <PersonField
        name="person"
        label={say('plan.field.person')}
        options={choices.people}
        blank={say('plan.nobody')}
        chosen={row?.person ? { id: row.person, name: row.personName ?? '' } : null}
        answer={answer}
      />
      {kind === 'objective' && choices.aligned.length > 0 && (
        <SelectField
          name="aligned"
          label={say('plan.field.aligned')}
          options={choices.aligned}
          blank={say('plan.none_of_them')}
          defaultValue={String(row?.aligned ?? '')}
          answer={answer}
        />
      )}
      {kind === 'activity' && <ActivityFields chosen={chosen} plan={plan} answer={answer} />}
      {kind === 'indicator' && <IndicatorFields chosen={chosen} answer={answer} />}
      {(kind === 'component' || kind === 'activity') && (
        <Several
          name="alsoServes"
          options={chosen.served.filter(({ value }) => value !== String(chosen.parent))}
          chosen={row?.alsoServes.map(String)}
          answer={answer}
        />
      )}
    </>
  );
}
