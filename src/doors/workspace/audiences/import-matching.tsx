import { Form } from 'react-router';
import type { ContactImport, ImportLook } from '#domains/audiences/index.ts';
import { Choices } from '#ui/choices.tsx';
import { ColumnMatching } from '#ui/column-matching.tsx';
import { FormRefusal, SelectField, TextField, type Option } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { ImportFaults } from './import-faults.tsx';

interface Props {
  readonly asked: ContactImport;
  readonly sample: readonly (readonly string[])[];
  readonly targets: readonly string[];
  readonly kinds: readonly string[];
  readonly rules: readonly string[];
  readonly purposes: readonly Option[];
  readonly look: ImportLook | undefined;
  /** What had been chosen when it was looked at. */
  readonly chosen: Readonly<Record<string, string | string[]>> | undefined;
}

/** What each column is, what happens to those who are known, what they agreed to; then a look, then it begins. */
export function ImportMatching({ asked, sample, targets, kinds, rules, purposes, look, chosen }: Props) {
  const { say } = useWords();
  const refused = useAnswer();
  const answer = refused ?? (chosen && { typed: chosen, problems: {}, refusal: null });
  const typed = answer?.typed.columns;
  const columns = typed === undefined ? asked.columns : [typed].flat();
  return (
    <Form method="post" className="stack">
      <FormRefusal answer={refused} />
      <ColumnMatching
        heads={asked.heads}
        columns={columns}
        targets={targets.map((value) => ({
          value,
          label: say(value === 'attribute' ? 'audiences.import.attribute' : `audiences.contact.${value}`),
        }))}
        sample={sample}
        answer={refused}
      />
      <SelectField
        name="kind"
        label={say('audiences.import.kind')}
        hint={say('audiences.import.kind_hint')}
        options={kinds.map((kind) => ({ value: kind, label: say(`audiences.kind.${kind}`) }))}
        defaultValue={asked.kind}
        answer={answer}
      />
      <Choices
        name="rule"
        legend={say('audiences.import.rule')}
        options={rules.map((rule) => ({ value: rule, label: say(`audiences.import.rule_${rule}`) }))}
        chosen={[asked.rule]}
        answer={answer}
      />
      <Choices
        name="purposes"
        several
        legend={say('audiences.import.purposes')}
        hint={say('audiences.import.purposes_hint')}
        options={purposes}
        chosen={asked.purposes}
        answer={answer}
      />
      <TextField
        name="proof"
        label={say('audiences.consent.proof')}
        hint={say('audiences.consent.proof_hint')}
        optional
        maxLength={500}
        answer={answer}
      />
      <TextField name="consentOn" type="date" label={say('audiences.import.consent_on')} optional answer={answer} />
      {look && (
        <Section title={say('audiences.import.look_found')}>
          <ul>
            {look.first.map(({ name, email, phone, region }, at) => (
              <li key={at}>{[name, email, phone, region].filter(Boolean).join(' · ')}</li>
            ))}
          </ul>
          {look.faults.length > 0 && <ImportFaults asked={asked} faults={look.faults} preview />}
        </Section>
      )}
      <p className="actions">
        <button className={look ? 'button' : 'button primary'} name="intent" value="look">
          {say('audiences.import.look')}
        </button>
        {look && (
          <button className="button primary" name="intent" value="start">
            {say('audiences.import.start')}
          </button>
        )}
      </p>
    </Form>
  );
}
