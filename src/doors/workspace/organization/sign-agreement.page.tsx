import { Form, Link, useLoaderData } from 'react-router';
import { agreementTexts, countCode, personCard, signAgreement, signatureShape } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { AgreementText } from './agreement-text.tsx';
import { useAnswer } from './answer.ts';
import { crumbs } from './crumbs.ts';

export const handle = { crumbs: (_: unknown, say: Say) => crumbs(say, 'agreements', { name: say('organization.agreement.sign') }) };

export const loader = load(async ({ ctx, visit }) => {
  const [text] = await agreementTexts(ctx);
  if (!text || visit.actor.kind !== 'person') throw new NotFound('agreement');
  const { person } = await personCard(ctx, visit.actor.id!);
  return { text, name: person.name, secondFactor: person.totp_confirmed_at !== null };
});

export const action = act(async ({ typed, perform, visit }) => {
  const input = parse(signatureShape, typed.fields);
  if (isRefusal(input)) return input;
  const counted = input.code && visit.actor.id ? await perform((ctx) => countCode(ctx, visit.actor.id!)) : { left: 0 };
  if (isRefusal(counted)) return counted;
  const id = await perform((ctx) => signAgreement(ctx, input, counted.left));
  return isRefusal(id) ? id : redirect(`/workspace/settings/agreements/signatures/${id}?done=agreement.sign`);
});

export default function SignAgreement() {
  const { text, name, secondFactor } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${say('organization.agreement.sign')} · Pregón`}</title>
      <Head
        name={say('organization.agreement.number', { number: text.number })}
        low
        voice={say('organization.agreement.sign_voice', { count: text.months })}
      />
      <AgreementText title={text.title} body={text.body} />
      <Form method="post" className="form">
        <FormRefusal answer={answer} />
        <input type="hidden" name="text" value={text.number} readOnly />
        <TextField
          name="name"
          label={say('organization.agreement.your_name')}
          hint={say('organization.agreement.your_name_hint', { name })}
          answer={answer}
          required
          maxLength={200}
          autoComplete="name"
        />
        {secondFactor && (
          <TextField
            name="code"
            label={say('organization.agreement.code')}
            hint={say('organization.agreement.code_hint')}
            answer={answer}
            required
            maxLength={40}
            autoComplete="one-time-code"
            inputMode="numeric"
          />
        )}
        <p className="actions">
          <button className="button primary">{say('organization.agreement.sign_do')}</button>
          <Link className="button quiet" to="/workspace/settings/agreements">
            {say('organization.leave_it')}
          </Link>
        </p>
      </Form>
    </main>
  );
}
