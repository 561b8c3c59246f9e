import { SelectField, TextField, type Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import type { Inspected } from './inspected.ts';

/** What an indicator measures, how, how often and against what. */
export function IndicatorFields({ chosen: { row, choices }, answer }: { chosen: Inspected; answer: Answer | undefined }) {
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

const filterText = (filter: Readonly<Record<string, string>>) =>
  Object.entries(filter)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
