import type { RuleDraft } from '#domains/audiences/index.ts';
import { Choices } from '#ui/choices.tsx';
import { Field, SelectField, TextField, type FieldProps, type Option } from '#ui/field.tsx';
import { RegionsField } from '#ui/regions-field.tsx';
import { useWords } from '#ui/words.tsx';
import type { SegmentChoices } from './segment-choices.ts';

interface Props {
  readonly draft: RuleDraft;
  readonly choices: SegmentChoices;
  /** What its regions are called. */
  readonly regions: Readonly<Record<string, string>>;
}

/** A rule as groups of conditions. Without script its buttons post the form, which comes back with one more or less. */
export function RuleBuilder({ draft, choices, regions }: Props) {
  const { say } = useWords();
  const groups = draft.groups.length === 0 ? [{ join: 'all', conditions: [] }] : draft.groups;
  return (
    <div className="rule">
      {groups.length > 1 && (
        <SelectField
          name="join"
          label={say('audiences.rule.groups')}
          options={(['all', 'any'] as const).map((join) => ({ value: join, label: say(`audiences.rule.groups_${join}`) }))}
          defaultValue={draft.join}
        />
      )}
      {groups.map((group, g) => (
        <fieldset key={g} className="rule-group">
          <legend>{say('audiences.rule.group', { number: String(g + 1) })}</legend>
          <SelectField
            name={`g${g}.join`}
            label={say('audiences.rule.meets')}
            options={(['all', 'any', 'none'] as const).map((join) => ({ value: join, label: say(`audiences.rule.join_${join}`) }))}
            defaultValue={group.join}
          />
          {group.conditions.map((condition, c) => (
            <fieldset key={`${c} ${condition.field}`} className="rule-condition">
              <legend>{say(`audiences.rule.field_${condition.field}`)}</legend>
              <input type="hidden" name={`g${g}.c${c}.field`} value={condition.field} />
              <SelectField
                name={`g${g}.c${c}.not`}
                label={
                  <span className="sr">{say('audiences.rule.is_or_not', { field: say(`audiences.rule.field_${condition.field}`) })}</span>
                }
                options={['false', 'true'].map((not) => ({
                  value: not,
                  label: say(`audiences.rule.${isAct(condition.field) ? 'did' : 'not'}_${not}`),
                }))}
                defaultValue={String(condition.not)}
              />
              <Values name={`g${g}.c${c}`} condition={condition} choices={choices} regions={regions} />
              <button className="button small" name="intent" value={`remove:${g}.${c}`} formNoValidate>
                {say('audiences.rule.remove')}
                <span className="sr"> {say(`audiences.rule.field_${condition.field}`)}</span>
              </button>
            </fieldset>
          ))}
          <div className="actions">
            <SelectField
              name={`g${g}.add`}
              label={say('audiences.rule.condition')}
              options={choices.fields.map((field) => ({ value: field, label: say(`audiences.rule.field_${field}`) }))}
            />
            <button className="button" name="intent" value={`add:${g}`} formNoValidate>
              {say('audiences.rule.add')}
            </button>
          </div>
        </fieldset>
      ))}
      <button className="button small" name="intent" value="group" formNoValidate>
        {say('audiences.rule.add_group')}
      </button>
    </div>
  );
}

const isAct = (field: string) => ['attended', 'answered', 'visited'].includes(field);

type Condition = RuleDraft['groups'][number]['conditions'][number];

function Values({
  name,
  condition,
  choices,
  regions,
}: {
  name: string;
  condition: Condition;
  choices: SegmentChoices;
  regions: Props['regions'];
}) {
  const { say } = useWords();
  const { field, values } = condition;
  const legend = <span className="sr">{say('audiences.rule.values')}</span>;
  const own: readonly string[] | undefined = field in choices.values ? choices.values[field as keyof SegmentChoices['values']] : undefined;
  if (own) {
    const area = { kind: 'kind', employment: 'employment', language: 'language', reachable: 'way' }[field] ?? 'kind';
    return (
      <Choices
        name={`${name}.values`}
        several
        legend={legend}
        options={own.map((value) => ({ value, label: say(`audiences.${area}.${value}`) }))}
        chosen={values}
      />
    );
  }
  if (field === 'subscribed' || field === 'segment') {
    const options = field === 'segment' ? choices.segments : choices.purposes;
    return options.length > 0 ? (
      <Choices name={`${name}.values`} several legend={legend} options={options} chosen={values} />
    ) : (
      <p className="muted">{say('audiences.rule.nothing')}</p>
    );
  }
  if (field === 'unit')
    return <Several name={`${name}.values`} label={say('audiences.rule.units')} options={choices.units} chosen={values} />;
  if (isAct(field)) {
    const known = choices.subjects.filter(({ act }) => act === field);
    // One with which nobody did anything any more stays chosen.
    const gone = values.filter((code) => !known.some(({ value }) => value === code)).map((code) => ({ value: code, label: code }));
    return (
      <div className="rule-values">
        <Several
          name={`${name}.values`}
          label={say(`audiences.rule.${field}`)}
          hint={say('audiences.rule.anything')}
          options={[...known, ...gone]}
          chosen={values}
        />
        <TextField
          name={`${name}.days`}
          type="number"
          min={1}
          max={3660}
          label={say('audiences.rule.days')}
          hint={say('audiences.rule.days_hint')}
          optional
          defaultValue={condition.days}
        />
      </div>
    );
  }
  if (field === 'region')
    return (
      <RegionsField
        name={`${name}.values`}
        label={say('audiences.rule.regions')}
        chosen={values.map((code) => ({ code, name: regions[code] ?? code }))}
        names={choices.departments}
      />
    );
  return (
    <>
      {field === 'attribute' && (
        <TextField name={`${name}.name`} label={say('audiences.rule.attribute')} defaultValue={condition.name} maxLength={60} />
      )}
      <TextField
        name={`${name}.values`}
        label={say(field === 'attribute' ? 'audiences.rule.attribute_values' : 'audiences.rule.interests')}
        hint={say(field === 'attribute' ? 'audiences.rule.attribute_hint' : 'audiences.rule.interests_hint')}
        defaultValue={values.join('; ')}
        maxLength={1000}
      />
    </>
  );
}

/** Several of many, in one list. */
function Several({ options, chosen, ...field }: Omit<FieldProps, 'answer'> & { options: readonly Option[]; chosen: readonly string[] }) {
  return (
    <Field {...field}>
      {(wired) => (
        <select className="input" {...wired} multiple size={6} defaultValue={[...chosen]}>
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
