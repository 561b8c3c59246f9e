import { useLoaderData } from 'react-router';
import { load } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Head } from '#ui/head.tsx';
import { Banner } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { listedMails } from './listed.ts';
import { MailList } from './mail-list.tsx';

export const handle = { crumbs: (_: unknown, say: Say) => [{ name: say('me.outbox.title') }] };

export const loader = load(async ({ ctx, visit, url }) => ({
  listed: await listedMails(ctx, url),
  server: visit.app.config.SMTP_URL !== undefined,
}));

/** Every mail that the house writes, as a mail program shows it: which there are at the left, the one chosen at the right. */
export default function Outbox() {
  const { listed, server } = useLoaderData<typeof loader>();
  const { say } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${say('me.outbox.title')} · Pregón`}</title>
      <Head name={say('me.outbox.title')} voice={say('me.outbox.voice', { count: listed.total })} low />
      {!server && <Banner>{say('me.outbox.no_server')}</Banner>}
      <div className="mail-program">
        <MailList listed={listed} />
        {listed.mails.length > 0 && <p className="muted no-mail">{say('me.outbox.choose')}</p>}
      </div>
    </main>
  );
}
