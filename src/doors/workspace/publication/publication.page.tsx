import { Form, Link, useLoaderData } from 'react-router';
import {
  isMemoKind,
  publicationDesk,
  publicationVoice,
  publishInput,
  publishNow,
  scheduleInput,
  schedulePiece,
  shownPrints,
  setTerms,
  termsInput,
  unscheduleInput,
  unschedulePiece,
  withdrawalInput,
  withdrawPiece,
} from '#domains/editorial/index.ts';
import { screenGroupOptions } from '#domains/channels/index.ts';
import { institutionOf } from '#domains/organization/index.ts';
import { act, load, redirect, type Writing } from '#platform/http/page.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import { formatIn } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';
import { brief } from '#ui/brief.ts';
import { FormRefusal, TextAreaField, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { SectionForm } from '#ui/section-form.tsx';
import { useWords } from '#ui/words.tsx';
import { DispatchStateMark } from '../dispatches/dispatch-state.tsx';
import { pieceCrumbs } from '../editorial/crumbs.ts';
import { PieceStateMark } from '../editorial/piece-state.tsx';
import { wallClockOf } from '../editorial/wall-clock.ts';
import { useAnswer } from '../organization/answer.ts';
import { SendForm } from './send-form.tsx';
import { Previews } from './previews.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ piece }: Data, say: Say) => pieceCrumbs(piece, say, say('dispatches.publication')),
  topics: ({ piece }: Data) => [`piece:${piece.id}`, `writing:${piece.id}`, 'dispatches'],
};

export const loader = load(async ({ ctx, params, visit }) => {
  if (!/^\d{1,15}$/.test(params.piece ?? '')) throw new NotFound(`piece ${params.piece}`);
  const [desk, { zone }] = await Promise.all([publicationDesk(ctx, Number(params.piece)), institutionOf(ctx)]);
  const { piece, previews } = desk;
  // What is on the schedule is what the form shows; before that, what the piece was written for.
  const waiting = desk.dispatches.filter(({ state }) => state === 'scheduled' || state === 'held').map(({ channel }) => channel);
  return {
    ...desk,
    groups: desk.channels.some(({ means, hindered }) => means === 'screen' && !hindered) ? await screenGroupOptions(ctx) : [],
    voice: publicationVoice(desk, formatIn(visit.locale, zone)),
    piece: {
      id: piece.id,
      title: piece.title,
      state: piece.state,
      signed: isMemoKind(piece.kind),
      channels: waiting.length > 0 ? waiting : piece.channels,
      expiresOn: piece.expiresOn,
      reviewOn: piece.reviewOn,
      publishAt: wallClockOf(piece.publishAt && piece.publishAt > visit.now ? piece.publishAt : null, zone),
      embargoUntil: wallClockOf(piece.embargoUntil, zone),
    },
    soonest: wallClockOf(visit.now, zone),
    previews: Object.entries(previews).map(([code, { title, lead, text, ...shown }]) => ({
      code,
      name: desk.channels.find((one) => one.code === code)!.name,
      means: desk.channels.find((one) => one.code === code)!.means,
      title,
      lead,
      text,
      prints: shownPrints(shown, visit.origin),
    })),
  };
});

export const action = act(async ({ typed, command, params }) => {
  const done = await carryOut(command, typed.fields.intent, { ...typed.fields, piece: params.piece });
  return isRefusal(done) ? done : redirect(`/workspace/pieces/${params.piece}/publication`);
});

function carryOut(command: Writing['command'], intent: unknown, given: object): Promise<unknown> {
  switch (intent) {
    case 'schedule':
      return command(scheduleInput, given, schedulePiece);
    case 'publish':
      return command(publishInput, given, publishNow);
    case 'unschedule':
      return command(unscheduleInput, given, unschedulePiece);
    case 'withdraw':
      return command(withdrawalInput, given, withdrawPiece);
    default:
      return command(termsInput, given, setTerms);
  }
}

/** By where and when a piece goes out, how it will look there, and how it is taken back. */
export default function PublicationPage() {
  const { piece, voice, approved, channels, groups, dispatches, previews, maySend, mayWithdraw, soonest } = useLoaderData<typeof loader>();
  const { say, format, now } = useWords();
  const out = dispatches.filter(({ state }) => state === 'delivered' || state === 'unknown').toReversed();
  const waits = dispatches.filter(({ state }) => state === 'scheduled' || state === 'held' || state === 'waiting');
  return (
    <main className="page" id="contenido">
      <title>{`${say('dispatches.publication')} · ${piece.title} · Pregón`}</title>
      <Head
        name={
          <>
            {piece.title} <PieceStateMark state={piece.state} />
          </>
        }
        voice={say(voice.key, voice.vars)}
        actions={waits.length > 0 && maySend && <Unschedule />}
      />
      <div className="two">
        <div>
          {piece.signed && approved && (
            <Empty slim title={say('memos.by_desk')} actions={<Link to={`/workspace/pieces/${piece.id}/memo`}>{say('memos.desk')}</Link>}>
              {say('memos.by_desk_how')}
            </Empty>
          )}
          {!piece.signed && maySend && approved && piece.state !== 'withdrawn' && (
            <SendForm piece={piece} channels={channels} groups={groups} soonest={soonest} again={out.length > 0} />
          )}
          {!approved && piece.state !== 'in_review' && (
            <Empty
              slim
              title={say('dispatches.needs_approval')}
              actions={<Link to={`/workspace/pieces/${piece.id}/review`}>{say('dispatches.to_review')}</Link>}
            >
              {say('dispatches.needs_approval_how')}
            </Empty>
          )}
          <Previews piece={piece.id} previews={previews} />
        </div>
        <aside>
          <Section title={say('dispatches.dispatches')} count={dispatches.length || undefined}>
            {dispatches.length === 0 && <p className="muted after-rule">{say('dispatches.none_yet')}</p>}
            <ul className="wires">
              {dispatches.map((one) => (
                <li key={one.id}>
                  <Link to={`/workspace/dispatches/${one.id}`}>{one.channelName}</Link> <DispatchStateMark state={one.state} />
                  <small>{brief(format, one.deliveredAt ?? one.dueAt, now)}</small>
                </li>
              ))}
            </ul>
          </Section>
          {maySend && <Terms piece={piece} />}
          {mayWithdraw && out.length > 0 && <Withdraw channels={format.list(out.map(({ channelName }) => channelName))} />}
        </aside>
      </div>
    </main>
  );
}

function Unschedule() {
  const { say } = useWords();
  const answer = useAnswer('unschedule');
  return (
    <Form method="post" className="actions">
      <FormRefusal answer={answer} />
      <button className="button" name="intent" value="unschedule">
        {say('dispatches.unschedule')}
      </button>
    </Form>
  );
}

function Terms({ piece }: { piece: Data['piece'] }) {
  const { say } = useWords();
  return (
    <SectionForm title={say('dispatches.terms')} intent="terms" does={say('dispatches.keep_terms')}>
      {(answer) => (
        <>
          <TextField
            name="embargoUntil"
            type="datetime-local"
            label={say('dispatches.embargo')}
            hint={say('dispatches.embargo_hint')}
            defaultValue={piece.embargoUntil}
            answer={answer}
            optional
          />
          {(['expires', 'review'] as const).map((which) => (
            <TextField
              key={which}
              name={`${which}On`}
              type="date"
              label={say(`dispatches.${which}`)}
              hint={say(`dispatches.${which}_hint`)}
              defaultValue={piece[`${which}On`] ?? ''}
              answer={answer}
              optional
            />
          ))}
        </>
      )}
    </SectionForm>
  );
}

function Withdraw({ channels }: { channels: string }) {
  const { say } = useWords();
  return (
    <SectionForm title={say('dispatches.withdraw')} intent="withdraw" does={say('dispatches.withdraw_from', { channels })} tone="grave">
      {(answer) => (
        <>
          <p>{say('dispatches.withdraw_means', { channels })}</p>
          <TextAreaField
            name="reason"
            label={say('dispatches.reason')}
            hint={say('dispatches.reason_hint')}
            rows={3}
            answer={answer}
            required
          />
        </>
      )}
    </SectionForm>
  );
}
