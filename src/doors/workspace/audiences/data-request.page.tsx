import { Form, Link, useLoaderData } from 'react-router';
import {
  answerDataRequest,
  askToComplete,
  audiencesPolicy,
  completeDataRequest,
  completedInput,
  completionInput,
  dataAnswerInput,
  extendDataRequest,
  extensionInput,
  getDataRequest,
} from '#domains/audiences/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { Choices } from '#ui/choices.tsx';
import { FormRefusal, TextAreaField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Facts, Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { DataRequestState } from './data-request-state.tsx';
import { Done } from './done.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ request }: Data, say: Say) => [
    { name: say('audiences.place.data_requests'), to: '/workspace/data-requests' },
    { name: say('audiences.data.numbered', { number: String(request.id) }) },
  ],
  topics: () => ['data_requests'],
};

export const loader = load(async ({ ctx, params, visit }) => ({
  request: await getDataRequest(ctx, Number(params.request)),
  writes: may(visit.actor, audiencesPolicy['data_requests.answer']),
}));

export const action = act(async ({ typed, params, perform }) => {
  const fields = { ...typed.fields, id: params.request };
  const back = (done: string) => redirect(`/workspace/data-requests/${params.request}?done=${done}`);
  if (typed.fields.intent === 'extend') {
    const input = parse(extensionInput, fields);
    if (isRefusal(input)) return input;
    const done = await perform((ctx) => extendDataRequest(ctx, input));
    return isRefusal(done) ? done : back('data_extended');
  }
  if (typed.fields.intent === 'complete') {
    const input = parse(completionInput, fields);
    if (isRefusal(input)) return input;
    const done = await perform((ctx) => askToComplete(ctx, input));
    return isRefusal(done) ? done : back('data_asked');
  }
  if (typed.fields.intent === 'completed') {
    const input = parse(completedInput, fields);
    if (isRefusal(input)) return input;
    const done = await perform((ctx) => completeDataRequest(ctx, input));
    return isRefusal(done) ? done : back('data_completed');
  }
  const input = parse(dataAnswerInput, fields);
  if (isRefusal(input)) return input;
  const done = await perform((ctx) => answerDataRequest(ctx, input));
  return isRefusal(done) ? done : back('data_answered');
});

export default function DataRequestPage() {
  const { request, writes } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const open = request.state === 'open' || request.state === 'incomplete';
  const name = say('audiences.data.numbered', { number: String(request.id) });
  return (
    <main className="page" id="contenido">
      <title>{`${name} · Pregón`}</title>
      <Head
        name={name}
        low
        voice={
          !open
            ? say('audiences.voice.data_done', { what: say(`audiences.data.${request.kind}`) })
            : request.dueOn < request.today
              ? say('audiences.voice.data_was_due', { what: say(`audiences.data.${request.kind}`), day: format.weekday(request.dueOn) })
              : say('audiences.voice.data_due', { what: say(`audiences.data.${request.kind}`), day: format.weekday(request.dueOn) })
        }
      />
      <Done />
      <div className="two">
        <div className="stack">
          <Section title={say('audiences.own.said')}>
            <p className="said">{request.said || <span className="muted">{say('audiences.data.said_nothing')}</span>}</p>
          </Section>
          {request.answer !== '' && (
            <Section title={say('audiences.data.answer')}>
              <p className="said">{request.answer}</p>
            </Section>
          )}
          {writes && open && <Acts request={request} />}
        </div>
        <aside>
          <Facts
            rows={[
              [say('audiences.contact.state'), <DataRequestState key="state" request={request} />],
              [
                say('audiences.data.who'),
                request.contact === null || request.name === '' ? (
                  request.name || request.email || say('audiences.data.erased')
                ) : (
                  <Link key="who" to={`/workspace/contacts/${request.contact}`}>
                    {request.name}
                  </Link>
                ),
              ],
              [say('audiences.consent.how'), say(`audiences.by.${request.channel}`)],
              [say('audiences.data.received_on'), format.day(request.receivedOn)],
              open && [say('audiences.data.due_on'), format.day(request.dueOn)],
              request.extendedOn !== null && [say('audiences.data.extended'), request.extensionReason],
              request.askedWhat !== '' && [say('audiences.data.asked_what'), request.askedWhat],
              request.answeredAt !== null && [
                say('audiences.data.answered'),
                [format.instant(request.answeredAt), request.answeredBy].filter(Boolean).join(' · '),
              ],
            ]}
          />
        </aside>
      </div>
    </main>
  );
}

function Acts({ request }: { request: Data['request'] }) {
  const { say, format } = useWords();
  const answering = useAnswer('answer');
  const extending = useAnswer('extend');
  const asking = useAnswer('complete');
  return (
    <>
      <Section title={say('audiences.data.to_answer')}>
        <Form method="post" className="form">
          <FormRefusal answer={answering} />
          <Choices
            name="outcome"
            legend={say('audiences.data.outcome')}
            options={(['granted', 'refused'] as const).map((outcome) => ({
              value: outcome,
              label: say(`audiences.data.outcome_${outcome}`),
              more: say(`audiences.data.outcome_${outcome}_${request.kind}`),
            }))}
            answer={answering}
          />
          <TextAreaField name="answer" label={say('audiences.data.answer')} rows={5} maxLength={4000} answer={answering} />
          <button className="button primary" name="intent" value="answer">
            {say('audiences.data.answer_do')}
          </button>
        </Form>
      </Section>
      {request.state === 'incomplete' && (
        <Form method="post">
          <p className="small muted">{say('audiences.data.completed_how')}</p>
          <button className="button" name="intent" value="completed">
            {say('audiences.data.completed')}
          </button>
        </Form>
      )}
      {request.extendedOn === null && request.today <= request.dueOn && (
        <details className="drawer-fold" open={extending !== undefined}>
          <summary>{say('audiences.data.extend')}</summary>
          <Form method="post" className="form">
            <FormRefusal answer={extending} />
            <TextAreaField
              name="reason"
              label={say('audiences.data.reason')}
              hint={say('audiences.data.reason_hint')}
              maxLength={1000}
              answer={extending}
            />
            <button className="button" name="intent" value="extend">
              {say('audiences.data.extend')}
            </button>
          </Form>
        </details>
      )}
      {request.kind !== 'query' && request.state === 'open' && request.today <= request.askUntil && (
        <details className="drawer-fold" open={asking !== undefined}>
          <summary>{say('audiences.data.ask')}</summary>
          <Form method="post" className="form">
            <FormRefusal answer={asking} />
            <TextAreaField
              name="what"
              label={say('audiences.data.what')}
              hint={say('audiences.data.what_hint', { day: format.weekday(request.askUntil) })}
              maxLength={2000}
              answer={asking}
            />
            <button className="button" name="intent" value="complete">
              {say('audiences.data.ask')}
            </button>
          </Form>
        </details>
      )}
    </>
  );
}
