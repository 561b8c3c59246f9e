import { Form, useActionData, useLoaderData } from 'react-router';
import { isRefusedForm } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { readMail, sendAgain } from '#platform/mail/outbox.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Facts } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { MailStateOf } from './mail-state.tsx';

export const handle = {
  crumbs: (data: { subject: string }, say: Say) => [{ name: say('me.outbox.title'), to: '/workspace/outbox' }, { name: data.subject }],
};

const idOf = (text: string | undefined) => {
  if (!/^\d{1,15}$/.test(text ?? '')) throw new NotFound('mail');
  return Number(text);
};

export const loader = load(async ({ ctx, params }) => {
  const { html, ...mail } = await readMail(ctx, idOf(params.mail));
  // A link that its owner has received is his alone.
  return { ...mail, text: mail.state === 'waiting' ? mail.text : mail.text.replace(/\S*\/join\/\S+/g, '…'), hasHtml: html !== null };
});

export const action = act(async ({ perform, params }) => {
  const again = await perform((ctx) => sendAgain(ctx, idOf(params.mail)));
  return isRefusal(again) ? again : redirect(`/workspace/outbox/${again.id}`);
});

export default function OneMail() {
  const mail = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { say, format } = useWords();
  return (
    <main className="page narrow" id="contenido">
      <title>{`${mail.subject} · Pregón`}</title>
      <header className="head">
        <h1>{mail.subject}</h1>
      </header>
      <FormRefusal answer={isRefusedForm(refused) ? refused : undefined} />
      <Facts
        rows={[
          [say('me.outbox.to'), mail.to],
          [say('me.outbox.when'), format.instant(mail.at)],
          [
            say('me.outbox.state'),
            <>
              <MailStateOf state={mail.state} /> {mail.state === 'unknown' && <small>{say('me.outbox.state_more.unknown')}</small>}
            </>,
          ],
          mail.error !== null && [say('me.outbox.error'), <code key="error">{mail.error}</code>],
        ]}
      />
      <pre className="mail-text">{mail.text}</pre>
      {mail.state === 'refused' && (
        <Form method="post">
          <button className="button primary">{say('me.outbox.again')}</button>
        </Form>
      )}
    </main>
  );
}
