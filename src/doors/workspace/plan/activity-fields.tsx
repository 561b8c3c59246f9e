import type { Plan } from '#domains/plan/index.ts';
import { SelectField, TextField, type Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import type { Inspected } from './inspected.ts';
import { Several } from './several.tsx';

const recurrences = ['none', 'weekly', 'biweekly', 'monthly', 'quarterly', 'yearly'];

/** When an activity is done, for whom and by what means. */
export function ActivityFields({
  chosen: { row, segments, channels },
  plan,
  answer,
}: {
  chosen: Inspected;
  plan: Plan;
  answer: Answer | undefined;
}) {
  const { say } = useWords();
  return (
    <>
      <div className="pair">
        <TextField
          type="date"
          name="startsOn"
          label={say('plan.field.startsOn')}
          defaultValue={row?.startsOn ?? plan.startsOn}
          min={plan.startsOn}
          max={plan.endsOn}
          required
          answer={answer}
        />
        <TextField
          type="date"
          name="endsOn"
          label={say('plan.field.endsOn')}
          defaultValue={row?.endsOn ?? plan.endsOn}
          min={plan.startsOn}
          max={plan.endsOn}
          required
          answer={answer}
        />
      </div>
      <SelectField
        name="recurrence"
        label={say('plan.field.recurrence')}
        options={recurrences.map((value) => ({ value, label: say(`plan.recurrence.${value}`) }))}
        defaultValue={row?.recurrence ?? 'none'}
        answer={answer}
      />
      <Several name="segments" options={segments} chosen={row?.segments} answer={answer} />
      <Several
        name="channels"
        options={channels.map(({ value, label, class: cls, mode }) => ({ value, label, more: `${cls} · ${mode}` }))}
        chosen={row?.channels}
        answer={answer}
      />
    </>
  );
}
