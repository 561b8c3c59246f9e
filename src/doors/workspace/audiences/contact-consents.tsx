import { Form } from 'react-router';
import type { Consent, Contact, Purpose } from '#domains/audiences/index.ts';
import { FormRefusal, SelectField, TextField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { State } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';

interface Props {
  readonly contact: Contact;
  readonly purposes: readonly Purpose[];
  readonly consents: readonly Consent[];
  readonly ways: readonly string[];
  readonly writes: boolean;
}

/** What one agrees to, how it is known, and what a person of the house notes of it. */
export function ContactConsents({ contact, purposes, consents, ways, writes }: Props) {
  const { say, format } = useWords();
  const answer = useAnswer('consent');
  // What is not offered to be noted here is called as it was when he agreed to it.
  const named = consents.map(({ purpose, purposeName }) => ({ code: purpose, name: purposeName }));
  const open = purposes.filter(({ code }) => !contact.purposes.includes(code));
  return (
    <Section title={say('audiences.contact.consent')} id="consents" count={contact.purposes.length}>
      {contact.purposes.map((code) => (
        <Form method="post" key={code} className="actions">
          <input type="hidden" name="purpose" value={code} />
          <State state="approved">{[...purposes, ...named].find((one) => one.code === code)?.name ?? code}</State>
          {writes && (
            <button className="button small push" name="intent" value="withdraw">
              {say('audiences.consent.withdraw')}
            </button>
          )}
        </Form>
      ))}
      {contact.purposes.length === 0 && <p className="muted">{say('audiences.consent.none')}</p>}
      {writes && !contact.stopped && open.length > 0 && (
        <details className="drawer-fold" open={answer !== undefined}>
          <summary>{say('audiences.consent.note')}</summary>
          <Form method="post" className="form">
            <FormRefusal answer={answer} />
            <SelectField
              name="purpose"
              label={say('audiences.consent.purpose')}
              options={open.map(({ code, name }) => ({ value: code, label: name }))}
              answer={answer}
            />
            <SelectField
              name="channel"
              label={say('audiences.consent.how')}
              options={ways.map((way) => ({ value: way, label: say(`audiences.by.${way}`) }))}
              answer={answer}
            />
            <TextField
              name="proof"
              label={say('audiences.consent.proof')}
              hint={say('audiences.consent.proof_hint')}
              maxLength={500}
              answer={answer}
            />
            <button className="button primary" name="intent" value="consent">
              {say('audiences.consent.note_do')}
            </button>
          </Form>
        </details>
      )}
      {writes && contact.email !== null && (
        <Form method="post" className="actions">
          <button className="button small" name="intent" value={contact.stopped ? 'write_again' : 'stop'}>
            {say(contact.stopped ? 'audiences.consent.write_again' : 'audiences.consent.stop')}
          </button>
        </Form>
      )}
      {consents.length > 0 && (
        <ol className="ledger small">
          {consents.map(({ id, purposeName, number, act, at, channel, proof, by }) => (
            <li key={id}>
              <b>{purposeName}</b>, {say(`audiences.act.${act}`)} {say(`audiences.by.${channel}`)}
              <br />
              <span className="muted">
                {[
                  format.instant(at),
                  say('audiences.consent.text_number', { number: String(number) }),
                  by,
                  proof && channel !== 'portal' && channel !== 'preferences' ? proof : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
