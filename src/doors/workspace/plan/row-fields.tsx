import type { Plan } from '#domains/plan/index.ts';
import { Choices } from '#ui/choices.tsx';
import { SelectField, TextAreaField, TextField, type Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { PersonField } from '../organization/person-field.tsx';
import type { Inspected } from './inspected.ts';
import { wasOf } from './stale-row.tsx';

const recurrences = ['none', 'weekly', 'biweekly', 'monthly', 'quarterly', 'yearly'];

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

function ActivityFields({
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

function IndicatorFields({ chosen: { row, choices }, answer }: { chosen: Inspected; answer: Answer | undefined }) {
  const { say } = useWords();
  const select = (name: 'direction' | 'addsUp' | 'frequency', values: readonly string[], held: string) => (
    <SelectField
      name={name}
      label={say(`plan.field.${name}`)}
      options={values.map((value) => ({ value, label: say(`plan.${name}.${value}`) }))}
      defaultValue={held}
      answer={answer}
    />
  );
  return (
    <>
      <SelectField
        name="measure"
        label={say('plan.field.measure')}
        options={choices!.measures.map((code) => ({ value: code, label: say(`metrics.measure.${code}`) }))}
        blank={say('plan.choose')}
        defaultValue={row?.measure ?? ''}
        required
        answer={answer}
      />
      <TextField
        name="figureUnit"
        label={say('plan.field.figureUnit')}
        hint={say('plan.figure_unit_hint')}
        defaultValue={row?.figureUnit ?? ''}
        maxLength={60}
        answer={answer}
      />
      <div className="pair">
        {select('frequency', ['month', 'quarter', 'year'], row?.frequency ?? 'month')}
        {select('direction', ['up', 'down'], row?.direction ?? 'up')}
      </div>
      {select('addsUp', ['sum', 'last', 'average', 'ratio', 'percentile'], row?.addsUp ?? 'sum')}
      <TextField
        name="filter"
        label={say('plan.field.filter')}
        hint={say('plan.filter_hint')}
        defaultValue={row ? filterText(row.filter) : ''}
        optional
        answer={answer}
      />
      <div className="pair">
        <TextField
          name="baseline"
          label={say('plan.field.baseline')}
          inputMode="decimal"
          defaultValue={row?.baseline ?? ''}
          optional
          answer={answer}
        />
        <TextField
          name="baselineNote"
          label={say('plan.field.baselineNote')}
          defaultValue={row?.baselineNote}
          maxLength={500}
          optional
          answer={answer}
        />
      </div>
    </>
  );
}

interface SeveralProps {
  readonly name: string;
  readonly options: readonly { value: string; label: string; more?: string }[];
  readonly chosen?: readonly string[] | undefined;
  readonly answer: Answer | undefined;
}

function Several({ name, options, chosen = [], answer }: SeveralProps) {
  const { say } = useWords();
  if (options.length === 0) return null;
  return (
    <>
      <input type="hidden" name="lists" value={name} />
      <Choices several name={name} legend={say(`plan.field.${name}`)} options={options} chosen={chosen} answer={answer} />
    </>
  );
}

const filterText = (filter: Readonly<Record<string, string>>) =>
  Object.entries(filter)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');

/** What the fields show before anybody types. */
function shownOf({ row, kind, choices, segments, channels, served }: Inspected): Record<string, unknown> {
  const {
    title,
    code,
    description,
    unit,
    person,
    aligned,
    startsOn,
    endsOn,
    recurrence,
    alsoServes,
    measure,
    filter,
    figureUnit,
    direction,
    addsUp,
    frequency,
    baseline,
    baselineNote,
  } = row!;
  return {
    title,
    code,
    description,
    unit,
    person,
    ...(kind === 'objective' && choices!.aligned.length > 0 ? { aligned } : {}),
    ...(kind === 'activity'
      ? {
          startsOn,
          endsOn,
          recurrence,
          ...(segments.length > 0 ? { segments: row!.segments } : {}),
          ...(channels.length > 0 ? { channels: row!.channels } : {}),
        }
      : {}),
    ...(kind === 'indicator' ? { measure, filter, figureUnit, direction, addsUp, frequency, baseline, baselineNote } : {}),
    ...((kind === 'component' || kind === 'activity') && served.length > 0 ? { alsoServes } : {}),
  };
}
