import type { Campaign } from '#domains/editorial/index.ts';
import { Choices } from '#ui/choices.tsx';
import { Choice, SelectField, TextAreaField, TextField, type Answer, type Option } from '#ui/field.tsx';
import { RegionsField, type NamedRegion } from '#ui/regions-field.tsx';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly campaign: Campaign | null;
  readonly choices: Readonly<Record<'units' | 'activities' | 'segments' | 'people', readonly Option[]>> & {
    readonly regions: readonly string[];
  };
  /** Where it is for, by code and name. */
  readonly regions?: readonly NamedRegion[];
  readonly ownUnit: string;
  readonly answer: Answer | undefined;
}

/** What one says of a campaign. */
export function CampaignFields({ campaign, regions = [], choices, ownUnit, answer }: Props) {
  const { say, format } = useWords();
  return (
    <>
      <TextField name="name" label={say('campaigns.name')} defaultValue={campaign?.name} answer={answer} required maxLength={200} />
      <TextAreaField
        name="objective"
        label={say('campaigns.objective')}
        hint={say('campaigns.objective_hint')}
        defaultValue={campaign?.objective}
        answer={answer}
        rows={3}
        maxLength={2000}
      />
      <Choices
        name="scope"
        legend={say('campaigns.scope')}
        options={(['external', 'internal'] as const).map((value) => ({ value, label: say(`campaigns.scope.${value}`) }))}
        chosen={[campaign?.scope ?? 'external']}
        answer={answer}
      />
      <div className="pair">
        <TextField
          name="startsOn"
          type="date"
          label={say('campaigns.starts_on')}
          defaultValue={campaign?.startsOn}
          answer={answer}
          required
        />
        <TextField name="endsOn" type="date" label={say('campaigns.ends_on')} defaultValue={campaign?.endsOn} answer={answer} required />
      </div>
      <SelectField
        name="unit"
        label={say('campaigns.unit')}
        options={choices.units}
        defaultValue={String(campaign?.unit ?? ownUnit)}
        answer={answer}
      />
      <SelectField
        name="owner"
        label={say('campaigns.owner')}
        blank={say('campaigns.nobody')}
        options={choices.people}
        defaultValue={campaign?.owner ?? ''}
        answer={answer}
      />
      <SelectField
        name="item"
        label={say('campaigns.activity')}
        blank={say('campaigns.activity_none')}
        options={choices.activities}
        defaultValue={String(campaign?.item ?? '')}
        answer={answer}
      />
      {choices.segments.length > 0 && (
        <Choices
          name="segments"
          legend={say('campaigns.segments')}
          several
          options={choices.segments}
          chosen={campaign?.segments ?? []}
          answer={answer}
        />
      )}
      <RegionsField
        name="regions"
        label={say('campaigns.regions')}
        hint={say('campaigns.regions_hint')}
        optional
        chosen={regions}
        names={choices.regions}
        answer={answer}
      />
      <TextField
        name="budget"
        label={say('campaigns.budget')}
        hint={say('campaigns.budget_hint')}
        optional
        inputMode="numeric"
        defaultValue={campaign && campaign.budget > 0 ? format.money(campaign.budget) : ''}
        answer={answer}
        maxLength={30}
      />
      {campaign && (
        <>
          <TextAreaField
            name="tone"
            label={say('campaigns.tone')}
            hint={say('campaigns.tone_hint')}
            optional
            defaultValue={campaign.tone}
            answer={answer}
            rows={3}
            maxLength={2000}
          />
          <TextField
            name="code"
            label={say('campaigns.code')}
            hint={say('campaigns.code_hint')}
            defaultValue={campaign.code}
            answer={answer}
            maxLength={80}
          />
          <Choice
            name="public"
            value="yes"
            label={say('campaigns.public')}
            more={say('campaigns.public_hint')}
            defaultChecked={campaign.public}
          />
        </>
      )}
    </>
  );
}
