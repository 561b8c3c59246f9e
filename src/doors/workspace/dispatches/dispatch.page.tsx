import { Form, Link, useLoaderData, useSearchParams } from 'react-router';
import {
  carriedInput,
  carryDispatch,
  channelsPolicy,
  countPushes,
  deliveriesOf,
  dispatchCard,
  dispatchesAtOnce,
  settledInput,
  settleUnknown,
  stateAfter,
  steerDispatch,
  steeredInput,
} from '#domains/channels/index.ts';
import { shownPrints } from '#domains/editorial/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import { brief } from '#ui/brief.ts';
import { Choices } from '#ui/choices.tsx';
import { FormRefusal, TextAreaField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Facts, Section } from '#ui/section.tsx';
import { SectionForm } from '#ui/section-form.tsx';
import { Timeline } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { Prints } from '../publication/prints.tsx';
import { dispatchVoice } from './dispatch-voice.ts';
import { DispatchStateMark } from './dispatch-state.tsx';
import { Recipients } from './recipients.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ dispatch }: Data, say: Say) => [{ name: say('dispatches.dispatches'), to: '/workspace/dispatches' }, { name: dispatch.title }],
  topics: ({ dispatch }: Data) => [`dispatch:${dispatch.id}`],
};

const mailStates = ['sent', 'waiting', 'refused', 'unknown'] as const;

export const loader = load(async ({ ctx, params, url, visit }) => {
  if (!/^\d{1,15}$/.test(params.dispatch ?? '')) throw new NotFound(`dispatch ${params.dispatch}`);
  const id = Number(params.dispatch);
  const card = await dispatchCard(ctx, id);
  const page = Math.min(10_000, Math.max(1, Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1));
  const state = mailStates.find((one) => one === url.searchParams.get('mail'));
  const search = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
  const { snapshot, ...dispatch } = card.dispatch;
  const steers = may(visit.actor, channelsPolicy['dispatches.steer']);
  return {
    ...card,
    dispatch,
    steps: steers ? (['hold', 'release', 'retry', 'cancel'] as const).filter((one) => stateAfter(dispatch.state, one)) : [],
    pushes: dispatch.means === 'push' ? await countPushes(ctx.db, id) : [],
    prints: shownPrints(snapshot, visit.origin),
    snapshot: { title: snapshot.title, lead: snapshot.lead, text: snapshot.text },
    to: dispatch.means === 'mail' ? { ...(await deliveriesOf(ctx, id, { page, state, search })), page, atOnce: dispatchesAtOnce } : null,
    may: { carry: may(visit.actor, channelsPolicy['dispatches.carry']), steer: steers },
  };
});

export const action = act(async ({ typed, command, params }) => {
  const { intent, ...fields } = typed.fields;
  const given = { ...fields, dispatch: params.dispatch };
  const done =
    intent === 'carry'
      ? await command(carriedInput, given, carryDispatch)
      : intent === 'settle'
        ? await command(settledInput, given, settleUnknown)
        : await command(steeredInput, { ...given, act: intent }, steerDispatch);
  return isRefusal(done) ? done : redirect(`/workspace/dispatches/${params.dispatch}`);
});

/** One thing by one channel: what left, where it is, and all that happened to it. */
export default function DispatchPage() {
  const { dispatch, steps, snapshot, prints, pushes, moves, mails, receipts, to, may: allowed } = useLoaderData<typeof loader>();
  const { say, format, now } = useWords();
  const [params] = useSearchParams();
  const steered = useAnswer();
  const voice = dispatchVoice({ dispatch, mails }, format);
  return (
    <main className="page" id="contenido">
      <title>{`${dispatch.title} · ${dispatch.channelName} · Pregón`}</title>
      <Head
        name={
          <>
            {dispatch.title} <DispatchStateMark state={dispatch.state} />
          </>
        }
        voice={say(voice.key, voice.vars)}
        actions={
          steps.length > 0 && (
            <Form method="post" className="actions">
              {steps.map((step) => (
                <button key={step} className={step === 'cancel' ? 'button grave' : 'button'} name="intent" value={step}>
                  {say(`dispatches.act.${step}`)}
                </button>
              ))}
            </Form>
          )
        }
      />
      {steered && ['hold', 'release', 'retry', 'cancel'].includes(String(steered.typed.intent)) && <FormRefusal answer={steered} />}
      <div className="two">
        <div>
          {dispatch.state === 'waiting' && allowed.carry && <Carry />}
          {dispatch.state === 'unknown' && allowed.steer && <Settle />}
          {to && <Recipients to={to} mails={mails} at={params} />}
          {pushes.length > 0 && (
            <Section title={say('push.deliveries')}>
              <Facts rows={pushes.map(({ state, count }) => [say(`push.state.${state}`), format.number(count)])} />
            </Section>
          )}
          <Section title={say('dispatches.snapshot')}>
            {prints.length > 0 && <Prints prints={prints} at={`/workspace/dispatches/${dispatch.id}/sheets`} />}
            <article className="prose pad">
              <h3>{snapshot.title}</h3>
              {snapshot.lead && (
                <p>
                  <b>{snapshot.lead}</b>
                </p>
              )}
              <p className="pre">{snapshot.text}</p>
            </article>
          </Section>
        </div>
        <aside>
          <Section title={say('dispatches.facts')}>
            <Facts
              rows={[
                dispatch.source.type === 'piece' && [
                  say('dispatches.source'),
                  <Link key="s" to={`/workspace/pieces/${dispatch.source.id}/publication`}>
                    {dispatch.title}
                  </Link>,
                ],
                [say('dispatches.channel'), dispatch.channelName],
                [say('dispatches.who'), dispatch.scheduledByName ?? 'Pregón'],
                [say('dispatches.due_at'), format.instant(dispatch.dueAt)],
                dispatch.deliveredAt !== null && [say('dispatches.delivered_at'), format.instant(dispatch.deliveredAt)],
                receipts.seen > 0 && [say('dispatches.seen'), format.number(receipts.seen)],
                receipts.confirmed > 0 && [say('dispatches.confirmed'), format.number(receipts.confirmed)],
                dispatch.error !== null && [say('dispatches.error'), dispatch.error],
                [
                  say('dispatches.content'),
                  <code key="h">{`${dispatch.contentSha256.slice(0, 4)}…${dispatch.contentSha256.slice(-3)}`}</code>,
                ],
              ]}
            />
          </Section>
          <Section title={say('dispatches.log')}>
            <Timeline
              moments={moves.toReversed().map((move, index) => ({
                key: moves.length - index,
                what: say(`dispatches.move.${move.state}`),
                more: [move.person, move.note].filter(Boolean).join(': '),
                when: brief(format, move.at, now),
                now: index === 0,
              }))}
            />
          </Section>
        </aside>
      </div>
    </main>
  );
}

function Carry() {
  const { say } = useWords();
  return (
    <SectionForm title={say('dispatches.carry')} intent="carry" does={say('dispatches.carried')} tone="primary">
      {(answer) => (
        <TextAreaField
          name="note"
          label={say('dispatches.carry_note')}
          hint={say('dispatches.carry_hint')}
          rows={2}
          answer={answer}
          required
        />
      )}
    </SectionForm>
  );
}

function Settle() {
  const { say } = useWords();
  return (
    <SectionForm title={say('dispatches.settle')} intent="settle" does={say('dispatches.settled')} tone="primary">
      {(answer) => (
        <>
          <Choices
            name="left"
            legend={say('dispatches.settle_question')}
            options={(['yes', 'no'] as const).map((left) => ({ value: left, label: say(`dispatches.settle_${left}`) }))}
            answer={answer}
          />
          <TextAreaField name="note" label={say('dispatches.settle_note')} rows={2} answer={answer} required />
        </>
      )}
    </SectionForm>
  );
}
