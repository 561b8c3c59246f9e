import { Choices } from './choices.tsx';
import { SelectField, TextAreaField, TextField, type Answer, type Option } from './field.tsx';
import { RegionsField } from './regions-field.tsx';
import { useWords } from './words.tsx';

export interface AskChoices {
  readonly kinds: readonly string[];
  readonly segments: readonly Option[];
  readonly units: readonly Option[];
  readonly ownUnit: string;
  /** Names of the departments. */
  readonly regions: readonly string[];
  readonly today: string;
}

const classes = ['public', 'internal', 'classified', 'reserved'] as const;

/** What somebody of the house says when he asks the office for something. */
export function AskFields({ choices, answer }: { choices: AskChoices; answer: Answer | undefined }) {
  const { say } = useWords();
  const { kinds, segments, units, ownUnit, today } = choices;
  return (
    <>
      <TextField
        name="title"
        label={say('requests.ask_title')}
        hint={say('requests.ask_title_hint')}
        answer={answer}
        required
        maxLength={200}
      />
      <TextAreaField
        name="what"
        label={say('requests.ask_what')}
        hint={say('requests.ask_what_hint')}
        answer={answer}
        required
        maxLength={5000}
      />
      <TextAreaField
        name="why"
        label={say('requests.ask_why')}
        hint={say('requests.ask_why_hint')}
        optional
        answer={answer}
        rows={3}
        maxLength={5000}
      />
      <TextAreaField
        name="forWhom"
        label={say('requests.ask_for_whom')}
        hint={say('requests.ask_for_whom_hint')}
        optional
        answer={answer}
        rows={2}
        maxLength={2000}
      />
      {segments.length > 0 && <Choices name="segments" legend={say('requests.ask_segments')} several options={segments} answer={answer} />}
      <TextField name="wantedOn" type="date" label={say('requests.ask_when')} optional answer={answer} min={today} />
      <SelectField
        name="kind"
        label={say('requests.ask_kind')}
        answer={answer}
        blank={say('requests.ask_kind_none')}
        options={kinds.map((code) => ({
          value: code,
          label: code === 'campaign' ? say('requests.kind.campaign') : say(`pieces.kind.${code}`),
        }))}
      />
      <SelectField
        name="unit"
        label={say('requests.ask_unit')}
        answer={answer}
        options={units}
        defaultValue={ownUnit}
        blank={say('requests.ask_unit_own')}
      />
      <RegionsField
        name="regions"
        label={say('requests.ask_regions')}
        hint={say('requests.ask_regions_hint')}
        optional
        answer={answer}
        names={choices.regions}
      />
      <Choices
        name="class"
        legend={say('requests.ask_class')}
        hint={say('requests.ask_class_hint')}
        options={classes.map((value) => ({ value, label: say(`pieces.class.${value}`) }))}
        chosen={['public']}
        answer={answer}
      />
      <TextField
        name="files"
        type="file"
        multiple
        label={say('requests.ask_material')}
        hint={say('requests.attach_hint')}
        optional
        answer={answer}
      />
    </>
  );
}
