import { Link, useLoaderData } from 'react-router';
import { load } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { outbox } from '#platform/mail/outbox.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Banner, Empty } from '#ui/said-back.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { MailStateOf } from './mail-state.tsx';

export const handle = { crumbs: (_: unknown, say: Say) => [{ name: say('me.outbox.title') }] };

export const loader = load(async ({ ctx, visit, url }) => {
  const search = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
  const page = Math.min(100_000, Math.max(1, Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1));
  return { ...(await outbox(ctx, { search, page })), search, page, server: visit.app.config.SMTP_URL !== undefined };
});

export default function Outbox() {
  const { mails, total, search, page, server } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const at = (number: number) => `?${new URLSearchParams({ ...(search ? { q: search } : {}), page: String(number) })}`;
  return (
    <main className="page" id="contenido">
      <title>{`${say('me.outbox.title')} · Pregón`}</title>
      <Head name={say('me.outbox.title')} voice={say('me.outbox.voice', { count: total })} low />
      {!server && <Banner>{say('me.outbox.no_server')}</Banner>}
      <Filters search={say('me.outbox.search')} />
      <Table
        caption={say('me.outbox.title')}
        rows={mails}
        rowKey={(mail) => mail.id}
        empty={<Empty title={say(search ? 'me.outbox.nothing' : 'me.outbox.empty')} />}
        columns={[
          {
            key: 'subject',
            name: say('me.outbox.subject'),
            cell: (mail) => <Link to={`/workspace/outbox/${mail.id}`}>{mail.subject}</Link>,
          },
          { key: 'to', name: say('me.outbox.to'), cell: (mail) => mail.to },
          { key: 'state', name: say('me.outbox.state'), cell: (mail) => <MailStateOf state={mail.state} /> },
          { key: 'at', name: say('me.outbox.when'), cell: (mail) => format.instant(mail.at) },
        ]}
      />
      {total > 50 && (
        <Pages
          says={say('me.outbox.page', { page, count: total })}
          previous={page > 1 ? at(page - 1) : null}
          next={page * 50 < total ? at(page + 1) : null}
        />
      )}
    </main>
  );
}
