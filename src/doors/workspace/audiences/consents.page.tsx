import { Form, useLoaderData } from 'react-router';
import {
  addPurpose,
  audiencesPolicy,
  closePurpose,
  consentStanding,
  publishPurposeText,
  purposeClosingInput,
  purposeInput,
  purposeTextInput,
  retentionInput,
  sendingKinds,
  setRetention,
} from '#domains/audiences/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal, TextAreaField, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { Done } from './done.tsx';
import { AudienceTabs } from './tabs.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [
    { name: say('audiences.audiences'), to: '/workspace/contacts' },
    { name: say('audiences.place.consents') },
  ],
  topics: () => ['contacts'],
};

export const loader = load(async ({ ctx, visit }) => ({
  ...(await consentStanding(ctx)),
  kinds: await sendingKinds(ctx),
  writes: may(visit.actor, audiencesPolicy['purposes.write']),
}));

export const action = act(async ({ typed, perform }) => {
  const back = (done: string) => redirect(`/workspace/consents?done=${done}`);
  if (typed.fields.intent === 'text') {
    const input = parse(purposeTextInput, typed.fields);
    if (isRefusal(input)) return input;
    const done = await perform((ctx) => publishPurposeText(ctx, input));
    return isRefusal(done) ? done : back('purpose_worded');
  }
  if (typed.fields.intent === 'close') {
    const input = parse(purposeClosingInput, typed.fields);
    if (isRefusal(input)) return input;
    await perform((ctx) => closePurpose(ctx, input));
    return back('purpose_closed');
  }
  if (typed.fields.intent === 'retention') {
    const input = parse(retentionInput, typed.fields);
    if (isRefusal(input)) return input;
    await perform((ctx) => setRetention(ctx, input));
    return back('retention_set');
  }
  const input = parse(purposeInput, typed.fields);
  if (isRefusal(input)) return input;
  const done = await perform((ctx) => addPurpose(ctx, input));
  return isRefusal(done) ? done : back('purpose_added');
});

/** What people may agree to, what is sent without it, and how long those who agree to nothing are kept. */
export default function Consents() {
  const { purposes, stopped, months, kinds, writes } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const adding = useAnswer('add');
  const keeping = useAnswer('retention');
  const wording = useAnswer('text');
  const most = purposes.toSorted((one, other) => other.count - one.count)[0];
  return (
    <main className="page" id="contenido">
      <title>{`${say('audiences.place.consents')} · Pregón`}</title>
      <Head
        name={say('audiences.place.consents')}
        voice={
          most && most.count > 0
            ? say('audiences.voice.consents', { count: most.count, purpose: most.name, stopped: format.number(stopped) })
            : say('audiences.voice.no_consents')
        }
      />
      <AudienceTabs reads />
      <Done />
      <Section title={say('audiences.consent.purposes')} count={purposes.length}>
        {purposes.map((purpose) => (
          <article key={purpose.code} className="purpose">
            <h3>
              {purpose.name} <small className="muted">{say('audiences.consent.agree', { count: purpose.count })}</small>
            </h3>
            <p className="said">{purpose.text}</p>
            <p className="small muted">
              {say('audiences.consent.text_since', { number: String(purpose.number), day: format.instant(purpose.publishedAt) })}
            </p>
            {writes && (
              <details className="drawer-fold" open={wording?.typed.purpose === purpose.code}>
                <summary>{say('audiences.consent.reword', { purpose: purpose.name })}</summary>
                <Form method="post" className="form">
                  <input type="hidden" name="purpose" value={purpose.code} />
                  <TextAreaField
                    name="text"
                    label={say('audiences.consent.text')}
                    hint={say('audiences.consent.text_hint')}
                    rows={4}
                    maxLength={2000}
                    defaultValue={purpose.text}
                    answer={wording?.typed.purpose === purpose.code ? wording : undefined}
                  />
                  <p className="actions">
                    <button className="button primary" name="intent" value="text">
                      {say('audiences.consent.publish')}
                    </button>
                    <button className="button" name="intent" value="close" formNoValidate>
                      {say('audiences.consent.close')}
                    </button>
                  </p>
                </Form>
              </details>
            )}
          </article>
        ))}
        {writes && (
          <details className="drawer-fold" open={adding !== undefined}>
            <summary>{say('audiences.consent.add')}</summary>
            <Form method="post" className="form">
              <FormRefusal answer={adding} />
              <TextField name="name" label={say('audiences.consent.name')} maxLength={120} answer={adding} />
              <TextAreaField
                name="text"
                label={say('audiences.consent.text')}
                hint={say('audiences.consent.text_hint')}
                maxLength={2000}
                answer={adding}
              />
              <button className="button primary" name="intent" value="add">
                {say('audiences.consent.add')}
              </button>
            </Form>
          </details>
        )}
      </Section>
      <Section title={say('audiences.consent.kinds')}>
        <Table
          caption={say('audiences.consent.kinds')}
          rows={kinds}
          rowKey={({ code }) => code}
          columns={[
            { key: 'name', name: say('audiences.consent.kind'), phone: 'lead', cell: ({ code }) => say(`audiences.sending.${code}`) },
            {
              key: 'needs',
              name: say('audiences.consent.needs'),
              phone: 'figure',
              cell: ({ needsConsent }) => say(needsConsent ? 'audiences.consent.yes' : 'audiences.consent.no'),
            },
            {
              key: 'stopped',
              name: say('audiences.consent.heeds'),
              phone: 'under',
              cell: ({ heedsSuppression }) =>
                say(heedsSuppression ? 'audiences.consent.not_to_stopped' : 'audiences.consent.also_to_stopped'),
            },
            { key: 'why', name: say('audiences.consent.why'), phone: 'second', cell: ({ code }) => say(`audiences.sending.${code}_why`) },
          ]}
        />
      </Section>
      <Section title={say('audiences.consent.retention')}>
        <p>{say('audiences.consent.retention_how', { count: months })}</p>
        {writes && (
          <Form method="post" className="form">
            <TextField
              name="months"
              type="number"
              min={1}
              max={120}
              label={say('audiences.consent.months')}
              defaultValue={months}
              answer={keeping}
            />
            <button className="button" name="intent" value="retention">
              {say('audiences.save')}
            </button>
          </Form>
        )}
      </Section>
    </main>
  );
}
