import { Link, useLoaderData, useSearchParams } from 'react-router';
import {
  mailingCard,
  mailingsAtOnce,
  recipientsCounted,
  recipientsFilterInput,
  recipientsOfMailing,
  recipientStates,
} from '#domains/channels/index.ts';
import { load } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { NotFound } from '#platform/refusal.ts';
import { brief } from '#ui/brief.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { RecipientStateMark } from './mailing-state.tsx';
import { reasonKey } from './reason.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ mailing }: Data, say: Say) => [
    { name: say('mailings.mailings'), to: '/workspace/mailings' },
    { name: mailing.title, to: `/workspace/mailings/${mailing.id}` },
    { name: say('mailings.recipients') },
  ],
  topics: ({ mailing }: Data) => [`mailing:${mailing.id}`],
};

export const loader = load(async ({ ctx, params, url }) => {
  if (!/^\d{1,15}$/.test(params.mailing ?? '')) throw new NotFound(`mailing ${params.mailing}`);
  const id = Number(params.mailing);
  const filter = recipientsFilterInput.parse(Object.fromEntries(url.searchParams));
  const [{ mailing, counts }, list] = await Promise.all([mailingCard(ctx, id), recipientsOfMailing(ctx, id, filter)]);
  return {
    mailing: { id, title: mailing.title, recipients: mailing.recipients, waves: mailing.waves, isFixed: mailing.fixedAt !== null },
    counts,
    ...list,
    ...(filter.q && list.total > recipientsCounted ? { total: recipientsCounted, more: true } : { more: false }),
    page: filter.page,
    filtered: Boolean(filter.q || filter.state),
    states: recipientStates,
    atOnce: mailingsAtOnce,
  };
});

/** To whom a mailing went, one by one, and how each ended. */
export default function Recipients() {
  const { mailing, recipients, total, more, page, filtered, states, counts, atOnce } = useLoaderData<typeof loader>();
  const { say, format, now } = useWords();
  const [params] = useSearchParams();
  const at = (number: number) => `?${new URLSearchParams([...[...params].filter(([name]) => name !== 'page'), ['page', String(number)]])}`;
  const base = `/workspace/mailings/${mailing.id}/recipients`;
  const download = (kind: string) => `${base}/export?${new URLSearchParams([...params, ['format', kind]])}`;
  return (
    <main className="page" id="contenido">
      <title>{`${say('mailings.recipients')} · ${mailing.title} · Pregón`}</title>
      <Head
        name={mailing.title}
        low
        voice={say('mailings.recipients_voice', { count: mailing.recipients, accepted: format.number(counts.accepted) })}
      />
      <Filters
        search={say('mailings.find_recipient')}
        filters={[
          {
            name: 'state',
            label: say('mailings.state'),
            all: say('mailings.any'),
            options: states.map((state) => ({
              value: state,
              label: `${say(`mailings.recipient.${state}`)} (${format.number(counts[state])})`,
            })),
          },
        ]}
      >
        <span className="push small">
          {say('mailings.export')} <a href={download('xlsx')}>XLSX</a> · <a href={download('csv')}>CSV</a>
        </span>
      </Filters>
      <Table
        caption={say('mailings.recipients')}
        rows={recipients}
        rowKey={({ id }) => id}
        empty={
          <Empty slim={filtered} title={say(filtered ? 'mailings.nobody_found' : 'mailings.nobody')}>
            {say(filtered ? 'mailings.none_found_how' : 'mailings.nobody_how')}
          </Empty>
        }
        columns={[
          {
            key: 'name',
            name: say('mailings.recipient.name'),
            phone: 'lead',
            cell: (row) => (
              <>
                <Link className="quiet" to={`/workspace/contacts/${row.contact}`}>
                  {row.name || row.address || say('mailings.recipient.erased')}
                </Link>
                <small>{row.address}</small>
              </>
            ),
          },
          { key: 'state', name: say('mailings.state'), phone: 'under', cell: (row) => <RecipientStateMark state={row.state} /> },
          {
            key: 'why',
            name: say('mailings.recipient.why'),
            cell: (row) => {
              const why = reasonKey(row.reason);
              return (
                <>
                  {why && say(why.key, why.vars)}
                  {row.answer && <small className="muted">{row.answer}</small>}
                  {row.mail !== null && (
                    <small>
                      <Link to={`/workspace/outbox/${row.mail}`}>{say('mailings.recipient.see_mail')}</Link>
                    </small>
                  )}
                </>
              );
            },
          },
          ...(mailing.waves > 1
            ? [
                {
                  key: 'wave',
                  name: say('mailings.recipient.wave'),
                  number: true,
                  cell: (row: { wave: number }) => format.number(row.wave + 1),
                },
              ]
            : []),
          {
            key: 'at',
            name: say('mailings.when'),
            number: true,
            phone: 'figure',
            cell: (row) => row.at && <time dateTime={new Date(row.at).toISOString()}>{brief(format, row.at, now)}</time>,
          },
        ]}
      />
      {total > atOnce && (
        <Pages
          says={say(more ? 'mailings.shown_more' : 'mailings.shown', {
            from: (page - 1) * atOnce + 1,
            to: (page - 1) * atOnce + recipients.length,
            count: total,
          })}
          previous={page > 1 ? at(page - 1) : null}
          next={more || page * atOnce < total ? at(page + 1) : null}
        />
      )}
    </main>
  );
}
