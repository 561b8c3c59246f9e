import { Form, Link, useActionData, useLoaderData, useSearchParams } from 'react-router';
import { isRefusedForm } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { readMail, sendAgain } from '#platform/mail/outbox.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Facts } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { Schemes } from '../letters/look-as.tsx';
import { mailId, withoutOwnLinks } from './guarded.ts';
import { listedMails } from './listed.ts';
import { MailList } from './mail-list.tsx';
import { MailStateOf } from './mail-state.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ mail }: Data, say: Say) => [{ name: say('me.outbox.title'), to: '/workspace/outbox' }, { name: mail.subject }],
};

export const loader = load(async ({ ctx, params, url, visit }) => {
  const [{ html, ...mail }, listed] = await Promise.all([readMail(ctx, mailId(params.mail)), listedMails(ctx, url)]);
  return {
    listed,
    mail: { ...mail, text: withoutOwnLinks(mail.text, mail.state), hasHtml: html !== null },
    from: visit.app.config.SMTP_FROM ?? null,
  };
});

export const action = act(async ({ perform, params }) => {
  const again = await perform((ctx) => sendAgain(ctx, mailId(params.mail)));
  return isRefusal(again) ? again : redirect(`/workspace/outbox/${again.id}`);
});

export default function OneMail() {
  const { mail, listed, from } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const asText = !mail.hasHtml || params.get('as') === 'text';
  const view = (as: string) => `?${new URLSearchParams([...[...params].filter(([name]) => name !== 'as'), ['as', as]])}`;
  return (
    <main className="page" id="contenido">
      <title>{`${mail.subject} · Pregón`}</title>
      <div className="mail-program open">
        <MailList listed={listed} open={mail.id} />
        <article className="mail" aria-labelledby="subject">
          <header>
            <Link className="on-phone" to="/workspace/outbox">
              {say('me.outbox.back')}
            </Link>
            <h1 id="subject">{mail.subject}</h1>
            <FormRefusal answer={isRefusedForm(refused) ? refused : undefined} />
            <Facts
              pad={false}
              rows={[
                from !== null && [say('me.outbox.from'), from],
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
            {mail.hasHtml && (
              <div className="actions">
                <nav className="segmented" aria-label={say('me.outbox.as')}>
                  {(['html', 'text'] as const).map((as) => (
                    <Link key={as} to={view(as)} aria-current={(as === 'text') === asText ? 'true' : undefined} preventScrollReset>
                      {say(`me.outbox.as.${as}`)}
                    </Link>
                  ))}
                </nav>
                {!asText && <Schemes />}
              </div>
            )}
          </header>
          {asText ? (
            <pre className="mail-text">{mail.text}</pre>
          ) : (
            <iframe
              key={`${mail.id} ${params.get('scheme')}`}
              src={`/workspace/outbox/${mail.id}/html?scheme=${params.get('scheme') === 'dark' ? 'dark' : 'light'}`}
              title={mail.subject}
              sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
            />
          )}
          {mail.state === 'refused' && (
            <Form method="post">
              <button className="button primary">{say('me.outbox.again')}</button>
            </Form>
          )}
        </article>
      </div>
    </main>
  );
}
