import { Form, Link, useLoaderData, useSearchParams } from 'react-router';
import {
  audiencesPolicy,
  dataRequestChannels,
  dataRequestFilterInput,
  dataRequestKinds,
  listDataRequests,
  newDataRequestInput,
  noteDataRequest,
} from '#domains/audiences/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal, SelectField, TextAreaField, TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { DataRequestState } from './data-request-state.tsx';
import { AudienceTabs } from './tabs.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [
    { name: say('audiences.audiences'), to: '/workspace/contacts' },
    { name: say('audiences.place.data_requests') },
  ],
  topics: () => ['data_requests'],
};

export const loader = load(async ({ ctx, url, visit }) => {
  const filter = dataRequestFilterInput.parse(Object.fromEntries(url.searchParams));
  return {
    ...(await listDataRequests(ctx, filter)),
    begun: filter.after === undefined,
    kinds: dataRequestKinds,
    channels: dataRequestChannels,
    writes: may(visit.actor, audiencesPolicy['data_requests.answer']),
  };
});

export const action = act(async ({ typed, perform }) => {
  const input = parse(newDataRequestInput, typed.fields);
  if (isRefusal(input)) return input;
  const noted = await perform((ctx) => noteDataRequest(ctx, input));
  return isRefusal(noted) ? noted : redirect(`/workspace/data-requests/${noted.id}`);
});

/** What people ask about their own data, with the day by which the law wants it answered. */
export default function DataRequests() {
  const { requests, next, open, late, today, begun, kinds, channels, writes } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const answer = useAnswer();
  const query = new URLSearchParams([...params].filter(([name]) => name !== 'after'));
  return (
    <main className="page" id="contenido">
      <title>{`${say('audiences.place.data_requests')} · Pregón`}</title>
      <Head
        name={say('audiences.place.data_requests')}
        voice={
          late > 0
            ? say('audiences.voice.data_late', { count: late })
            : open > 0
              ? say('audiences.voice.data_open', { count: open })
              : say('audiences.voice.data_none')
        }
      />
      <AudienceTabs reads />
      {writes && (
        <details className="drawer-fold" open={answer !== undefined}>
          <summary>{say('audiences.data.note')}</summary>
          <Form method="post" className="form">
            <FormRefusal answer={answer} />
            <SelectField
              name="kind"
              label={say('audiences.own.kind')}
              options={kinds.map((kind) => ({ value: kind, label: say(`audiences.data.${kind}`) }))}
              answer={answer}
            />
            <TextField name="name" label={say('audiences.contact.name')} maxLength={200} answer={answer} />
            <TextField name="email" label={say('audiences.contact.email')} inputMode="email" optional maxLength={254} answer={answer} />
            <SelectField
              name="channel"
              label={say('audiences.consent.how')}
              options={channels.map((channel) => ({ value: channel, label: say(`audiences.by.${channel}`) }))}
              answer={answer}
            />
            <TextField name="receivedOn" type="date" label={say('audiences.data.received_on')} defaultValue={today} answer={answer} />
            <TextAreaField name="said" label={say('audiences.own.said')} optional maxLength={4000} answer={answer} />
            <button className="button primary">{say('audiences.data.note')}</button>
          </Form>
        </details>
      )}
      <Filters
        filters={[
          {
            name: 'state',
            label: say('audiences.contact.state'),
            all: say('audiences.all'),
            options: (['open', 'incomplete', 'answered', 'withdrawn'] as const).map((state) => ({
              value: state,
              label: say(`audiences.data.state_${state}`),
            })),
          },
          {
            name: 'kind',
            label: say('audiences.own.kind'),
            all: say('audiences.all_f'),
            options: kinds.map((kind) => ({ value: kind, label: say(`audiences.data.${kind}`) })),
          },
        ]}
      />
      <Table
        caption={say('audiences.place.data_requests')}
        rows={requests}
        rowKey={({ id }) => id}
        empty={<Empty title={say('audiences.data.empty')}>{say('audiences.data.empty_how')}</Empty>}
        columns={[
          {
            key: 'who',
            name: say('audiences.data.who'),
            phone: 'lead',
            cell: ({ id, name, email }) => (
              <Link className="quiet" to={`/workspace/data-requests/${id}`}>
                {id} · {name || email || say('audiences.data.erased')}
              </Link>
            ),
          },
          { key: 'kind', name: say('audiences.own.kind'), phone: 'second', cell: ({ kind }) => say(`audiences.data.${kind}`) },
          { key: 'received', name: say('audiences.data.received_on'), cell: ({ receivedOn }) => format.shortDay(receivedOn, today) },
          {
            key: 'due',
            name: say('audiences.data.due_on'),
            phone: 'figure',
            cell: ({ dueOn, state }) =>
              state === 'open' || state === 'incomplete' ? (
                <span className={dueOn < today ? 'late' : undefined}>{format.shortDay(dueOn, today)}</span>
              ) : (
                ''
              ),
          },
          { key: 'state', name: say('audiences.contact.state'), phone: 'under', cell: (request) => <DataRequestState request={request} /> },
        ]}
      />
      <Pages
        says={say('audiences.data.shown', { count: requests.length })}
        previous={begun ? null : `?${query}`}
        next={next === null ? null : `?${new URLSearchParams([...query, ['after', String(next)]])}`}
      />
    </main>
  );
}
