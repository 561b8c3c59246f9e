import { Form, Link, useLoaderData, useSearchParams } from 'react-router';
import {
  approveMailing,
  channelsPolicy,
  countsOf,
  mailingAfter,
  mailingApprovalInput,
  mailingCard,
  previewMailing,
  scheduledMailingInput,
  scheduleMailing,
  settleUnknownRecipients,
  startedMailingInput,
  startMailing,
  steeredMailingInput,
  steerMailing,
  testedMailingInput,
  testMailing,
  unknownInput,
} from '#domains/channels/index.ts';
import { purposesNow, segmentOptions } from '#domains/audiences/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import { brief } from '#ui/brief.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Banner } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { Timeline } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';
import { LetterCounts } from '../letters/letter-counts.tsx';
import { Schemes } from '../letters/look-as.tsx';
import { useAnswer } from '../organization/answer.ts';
import { Framed, Widths } from '../publication/framed.tsx';
import { MailingFacts } from './mailing-facts.tsx';
import { LookLike, Try } from './mailing-looks.tsx';
import { MailingProgress } from './mailing-progress.tsx';
import { MailingStateMark } from './mailing-state.tsx';
import { Approve, Start, Stop, Unknown } from './mailing-steps.tsx';
import { mailingVoice } from './mailing-voice.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ mailing }: Data, say: Say) => [{ name: say('mailings.mailings'), to: '/workspace/mailings' }, { name: mailing.title }],
  topics: ({ mailing }: Data) => [`mailing:${mailing.id}`],
};

export const loader = load(async ({ ctx, params, url, visit }) => {
  if (!/^\d{1,15}$/.test(params.mailing ?? '')) throw new NotFound(`mailing ${params.mailing}`);
  const id = Number(params.mailing);
  const card = await mailingCard(ctx, id);
  const like = Number(url.searchParams.get('like')) || null;
  const [preview, counts, segments, purposes] = await Promise.all([
    previewMailing(ctx, id, visit.origin, like),
    countsOf(ctx, id),
    segmentOptions(ctx),
    purposesNow(ctx),
  ]);
  const { letter: _, ...mailing } = card.mailing;
  const named = (codes: readonly string[]) => codes.map((code) => segments.find((one) => one.code === code)?.name ?? code).join(', ');
  const { state } = mailing;
  const sends = may(visit.actor, channelsPolicy['mailings.send']);
  return {
    ...card,
    mailing,
    read: mailing.fixedAt === null ? null : counts,
    preview: {
      subject: preview.filled.subject,
      text: preview.filled.text,
      like: preview.like,
      others: preview.others,
      broken: preview.broken,
    },
    names: {
      segments: named(mailing.segments),
      excluded: named(mailing.excludedSegments),
      purpose: purposes.find(({ code }) => code === mailing.purpose)?.name ?? mailing.purpose,
    },
    may: {
      write: may(visit.actor, channelsPolicy['mailings.write']) && mailingAfter(state, 'revise') !== undefined,
      approve:
        state === 'draft' &&
        may(visit.actor, channelsPolicy['mailings.approve']) &&
        !card.authors.some((author) => author.id === visit.actor.id),
      start: sends && (state === 'approved' || state === 'scheduled'),
      resume: sends && state === 'paused',
      release: sends && state === 'held',
      unschedule: sends && state === 'scheduled',
      pause: sends && state === 'sending',
      cancel: sends && mailingAfter(state, 'cancel') !== undefined,
      settle: sends && card.counts.unknown > 0 && state !== 'cancelled',
      recipients: may(visit.actor, channelsPolicy['mailings.recipients']),
    },
    stuck: card.servers.length > 0 && card.servers.every(({ failing }) => failing),
    tried: url.searchParams.has('tried'),
  };
});

export const action = act(async ({ typed, command, params, visit }) => {
  const { intent, ...fields } = typed.fields;
  const given = { ...fields, mailing: params.mailing };
  const back = `/workspace/mailings/${params.mailing}`;
  const verbs = {
    approve: () => command(mailingApprovalInput, given, approveMailing),
    start: () => command(startedMailingInput, given, startMailing),
    schedule: () => command(scheduledMailingInput, given, scheduleMailing),
    settle: () => command(unknownInput, given, settleUnknownRecipients),
    try: () => command(testedMailingInput, given, (ctx, input) => testMailing(ctx, input, visit.origin)),
  };
  const done =
    typeof intent === 'string' && intent in verbs
      ? await verbs[intent as keyof typeof verbs]()
      : await command(steeredMailingInput, { ...given, act: intent }, steerMailing);
  if (isRefusal(done)) return done;
  return redirect(intent === 'try' ? `${back}?tried=yes` : back);
});

/** One letter to many: what it says, to whom, how it stands, and what may be done with it. */
export default function MailingPage() {
  const data = useLoaderData<typeof loader>();
  const { mailing, counts, whom, preview, moves, may: allowed, servers } = data;
  const { say, format, now } = useWords();
  const answer = useAnswer();
  const [params] = useSearchParams();
  const voice = mailingVoice(data, format);
  const list = allowed.recipients ? `/workspace/mailings/${mailing.id}/recipients` : null;
  const asked = new URLSearchParams({
    ...(preview.like === null ? {} : { like: String(preview.like) }),
    scheme: params.get('scheme') === 'dark' ? 'dark' : 'light',
  });
  const plain = (['resume', 'release', 'unschedule'] as const).filter((one) => allowed[one]);
  return (
    <main className="page" id="contenido">
      <title>{`${mailing.title} · Pregón`}</title>
      <Head
        name={
          <>
            {mailing.title} <MailingStateMark state={mailing.state} />
          </>
        }
        voice={say(voice.key, voice.vars)}
        actions={
          (plain.length > 0 || allowed.write) && (
            <>
              {plain.length > 0 && (
                <Form method="post" className="actions">
                  {plain.map((one) => (
                    <button key={one} className="button" name="intent" value={one}>
                      {say(`mailings.${one}_it`)}
                    </button>
                  ))}
                </Form>
              )}
              {allowed.write && (
                <Link className="button" to={`/workspace/mailings/${mailing.id}/edit`}>
                  {say('mailings.edit')}
                </Link>
              )}
            </>
          )
        }
      />
      {data.tried && <Banner tone="good">{say('mailings.tried')}</Banner>}
      {answer && ['resume', 'release', 'unschedule', 'try'].includes(String(answer.typed.intent)) && <FormRefusal answer={answer} />}
      {preview.broken !== null && <Banner tone="warn">{say('mailings.breaks', { hole: preview.broken })}</Banner>}
      {mailing.fixedAt !== null && <MailingProgress counts={counts} list={list} />}
      <div className="two renditions">
        <div>
          {allowed.settle && <Unknown count={counts.unknown} />}
          {allowed.approve && <Approve sha256={mailing.sha256} />}
          {allowed.start && <Start mailing={mailing} />}
          <section id="preview" aria-labelledby="preview-title">
            <header>
              <h2 id="preview-title" className="small muted">
                {say('letters.subject_is', { subject: preview.subject })}
              </h2>
              <Schemes />
              <Widths />
            </header>
            <Framed
              src={`/workspace/mailings/${mailing.id}/letter?${asked}`}
              title={say('mailings.preview')}
              version={`${mailing.version} ${asked}`}
            />
          </section>
          <details className="fold">
            <summary>{say('letters.text_part')}</summary>
            <pre className="mail-text">{preview.text}</pre>
          </details>
        </div>
        <aside>
          <MailingFacts mailing={mailing} whom={whom} names={data.names} authors={data.authors} approval={data.approval} list={list} />
          {data.read && <LetterCounts counts={data.read} />}
          {mailing.state === 'sending' &&
            servers
              .filter(({ failing }) => failing)
              .map(({ number, error }) => (
                <Banner key={number} tone="warn" title={say('mailings.server_failing', { number })}>
                  {' '}
                  {error}
                </Banner>
              ))}
          {preview.others.length > 1 && <LookLike like={preview.like} others={preview.others} />}
          <Try like={preview.like} />
          {allowed.pause && <Stop act="pause" />}
          {allowed.cancel && <Stop act="cancel" />}
          <Section title={say('mailings.log')}>
            <Timeline
              moments={moves.toReversed().map((move, index) => ({
                key: moves.length - index,
                what: say(`mailings.move.${move.person === null && move.state === 'paused' ? 'paused_itself' : move.state}`),
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
