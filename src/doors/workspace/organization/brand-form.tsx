import { Form } from 'react-router';
import type { institutionOf } from '#domains/organization/index.ts';
import { Emblem } from '#ui/emblem.tsx';
import { Choice, FormRefusal, SelectField, TextField, type Answer } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from './answer.ts';
import { Stale } from './stale.tsx';

type Institution = Awaited<ReturnType<typeof institutionOf>>;
const texts = ['kind', 'name', 'color', 'address', 'phone', 'email', 'zone'] as const;

/** How the institution is called and looks, and where it is reached. */
export function BrandForm({ institution, zones }: { institution: Institution; zones: readonly string[] }) {
  const { say } = useWords();
  const answer = useAnswer();
  const label = (name: string) => say(name === 'email' ? 'organization.person.email' : `organization.institution.${name}`);
  const field = (name: (typeof texts)[number], maxLength: number, more: Record<string, unknown> = {}) => (
    <TextField name={name} label={label(name)} defaultValue={institution[name]} answer={answer} maxLength={maxLength} {...more} />
  );
  return (
    <Form method="post" encType="multipart/form-data" className="brand">
      {answer?.refusal?.refused === 'form.stale' ? (
        <Stale answer={answer} saved={Object.fromEntries(texts.map((name) => [name, [label(name), institution[name]] as const]))} />
      ) : (
        <FormRefusal answer={answer} />
      )}
      <input type="hidden" name="version" value={institution.version} readOnly />
      <div className="columns">
        <Section title={say('organization.institution.brand')}>
          <div className="form">
            {field('kind', 80, { hint: say('organization.institution.kind_hint'), optional: true })}
            {field('name', 120, { required: true })}
            <div className="emblem-field">
              <Emblem file={institution.emblem_file} name={institution.name} />
              <TextField
                name="emblem"
                type="file"
                accept="image/*"
                label={label('emblem')}
                hint={say('organization.institution.emblem_hint')}
                answer={answer}
              />
            </div>
            {field('color', 7, { type: 'color', hint: say('organization.institution.color_hint') })}
            <Choice
              name="govco_bar"
              label={label('govco_bar')}
              more={say('organization.institution.govco_hint')}
              defaultChecked={ticked(answer, 'govco_bar', institution.govco_bar)}
            />
          </div>
        </Section>
        <Section title={say('organization.institution.contact')}>
          <div className="form">
            {field('address', 300, { optional: true, autoComplete: 'off' })}
            {field('phone', 80, { optional: true, autoComplete: 'off' })}
            {field('email', 254, { optional: true, type: 'email', autoComplete: 'off' })}
            <SelectField
              name="language"
              label={label('language')}
              defaultValue={institution.language}
              answer={answer}
              options={[
                { value: 'es', label: 'Español' },
                { value: 'en', label: 'English' },
              ]}
            />
            <SelectField
              name="zone"
              label={label('zone')}
              hint={say('organization.institution.zone_hint')}
              defaultValue={institution.zone}
              answer={answer}
              options={[...new Set([institution.zone, ...zones])].map((value) => ({
                value,
                label: value.replace('America/', '').replaceAll('_', ' '),
              }))}
            />
            <Choice
              name="works_saturdays"
              label={label('works_saturdays')}
              more={say('organization.institution.saturdays_hint')}
              defaultChecked={ticked(answer, 'works_saturdays', institution.works_saturdays)}
            />
          </div>
        </Section>
      </div>
      <p className="actions">
        <button className="button primary">{say('organization.institution.save')}</button>
      </p>
    </Form>
  );
}

const ticked = (answer: Answer | undefined, name: string, saved: boolean) => (answer ? answer.typed[name] !== undefined : saved);
