import { Form, Link, useLoaderData } from 'react-router';
import { agreementTexts, agreementTextShape, publishAgreement } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal, TextAreaField, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from './answer.ts';
import { crumbs } from './crumbs.ts';

export const handle = { crumbs: (_: unknown, say: Say) => crumbs(say, 'agreements', { name: say('organization.agreement.publish') }) };

export const loader = load(async ({ ctx }) => ({ text: (await agreementTexts(ctx))[0] ?? null }));

export const action = act(async ({ typed, perform }) => {
  const input = parse(agreementTextShape, typed.fields);
  if (isRefusal(input)) return input;
  const result = await perform((ctx) => publishAgreement(ctx, input));
  return isRefusal(result) ? result : redirect('/workspace/settings/agreements?done=agreement.publish');
});

export default function NewAgreement() {
  const { text } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${say('organization.agreement.publish')} · Pregón`}</title>
      <Head
        name={say('organization.agreement.publish')}
        low
        voice={say(text ? 'organization.agreement.publish_voice' : 'organization.agreement.first_voice')}
      />
      <Form method="post" className="form wide">
        <FormRefusal answer={answer} />
        <TextField
          name="title"
          label={say('organization.agreement.title')}
          defaultValue={text?.title}
          answer={answer}
          required
          maxLength={200}
        />
        <TextAreaField
          name="body"
          label={say('organization.agreement.body')}
          defaultValue={text?.body}
          answer={answer}
          required
          maxLength={60_000}
          rows={16}
        />
        <TextField
          name="months"
          type="number"
          min={1}
          max={120}
          label={say('organization.agreement.months')}
          defaultValue={text?.months ?? 12}
          answer={answer}
          required
        />
        <p className="actions">
          <button className="button primary">{say('organization.agreement.publish_do')}</button>
          <Link className="button quiet" to="/workspace/settings/agreements">
            {say('organization.leave_it')}
          </Link>
        </p>
      </Form>
    </main>
  );
}
