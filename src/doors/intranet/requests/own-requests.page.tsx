import { useLoaderData } from 'react-router';
import { ownRequests } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { RequestState } from '#ui/request-state.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { ownListVoice } from './own-voice.ts';

export const loader = load(async ({ ctx, url }) => {
  const page = Math.min(1_000, Math.max(1, Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1));
  return { ...(await ownRequests(ctx, page)), page };
});

/** What one asked the office for, and how it goes. */
export default function OwnRequests() {
  const { rows, counts, today, more, page } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  return (
    <main className="floor" id="contenido">
      <title>{`${say('requests.own')} · ${say('intranet.title')}`}</title>
      <header className="head">
        <h1>{say('requests.own')}</h1>
        <Voice sentence={ownListVoice(say, counts)} />
        <p className="actions">
          <a className="button primary" href="/intranet/ask">
            {say('requests.ask')}
          </a>
        </p>
      </header>
      <Table
        caption={say('requests.own')}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<Empty title={say('requests.own_none')}>{say('requests.own_none_how')}</Empty>}
        columns={[
          {
            key: 'title',
            name: say('requests.title'),
            phone: 'lead',
            cell: ({ id, title }) => (
              <a className="quiet" href={`/intranet/requests/${id}`}>
                <span className="muted">{id}</span> <b>{title}</b>
              </a>
            ),
          },
          { key: 'asked', name: say('requests.asked'), phone: 'second', cell: ({ askedOn }) => format.shortDay(askedOn, today) },
          {
            key: 'due',
            name: say('requests.when'),
            cell: ({ dueOn, wantedOn }) => {
              const day = dueOn ?? wantedOn;
              return day ? format.shortDay(day, today) : <span className="muted">{say('requests.no_day')}</span>;
            },
          },
          { key: 'state', name: say('requests.state'), phone: 'under', cell: (request) => <RequestState request={request} /> },
        ]}
      />
      <Pages
        says={say('requests.own_shown', { shown: rows.length, count: counts.asked })}
        previous={page > 1 ? `?page=${page - 1}` : null}
        next={more ? `?page=${page + 1}` : null}
      />
    </main>
  );
}
