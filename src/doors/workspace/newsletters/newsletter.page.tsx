import { Form, Link, useLoaderData } from 'react-router';
import { editNewsletter, newsletterDesk, newsletterInput, newsletterVoice } from '#domains/editorial/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal, TextAreaField, TextField, type Answer } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { pieceCrumbs } from '../editorial/crumbs.ts';
import { PieceStateMark } from '../editorial/piece-state.tsx';
import { useAnswer } from '../organization/answer.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ piece }: Data, say: Say) => pieceCrumbs(piece, say, say('newsletters.assemble')),
  topics: ({ piece }: Data) => [`piece:${piece.id}`, `writing:${piece.id}`],
};

export const loader = load(async ({ ctx, params }) => {
  if (!/^\d{1,15}$/.test(params.piece ?? '')) throw new NotFound(`piece ${params.piece}`);
  const desk = await newsletterDesk(ctx, Number(params.piece));
  if (!desk) throw new NotFound(`newsletter ${params.piece}`);
  const { piece, stories, left, since, mayWrite } = desk;
  return {
    piece: {
      id: piece.id,
      title: piece.title,
      state: piece.state,
      revision: piece.revision,
      lead: typeof piece.fields.lead === 'string' ? piece.fields.lead : '',
      segments: piece.segments.length,
    },
    stories: stories.map(({ piece: id, headline, summary, more, material }) => ({
      id,
      headline,
      summary,
      more: more.length,
      kind: material?.kind ?? null,
      publishedAt: material?.publishedAt ?? null,
    })),
    left: left.map(({ piece: id, title, kind, unitName, publishedAt, expiresOn }) => ({
      id,
      title,
      kind,
      unitName,
      publishedAt,
      expiresOn,
    })),
    since,
    mayWrite,
    voice: newsletterVoice(desk),
  };
});

export const action = act(async ({ typed, command, params }) => {
  const done = await command(newsletterInput, { ...typed.fields, piece: params.piece }, editNewsletter);
  return isRefusal(done) ? done : redirect(`/workspace/pieces/${params.piece}/newsletter`);
});

/** A newsletter as it is put together: what it tells, in which order and in which words, and what it leaves out. */
export default function Newsletter() {
  const { piece, stories, left, since, mayWrite, voice } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${piece.title} · Pregón`}</title>
      <Head
        low
        name={
          <>
            {piece.title} <PieceStateMark state={piece.state} />
          </>
        }
        voice={say(voice.key, voice.vars)}
        actions={
          <>
            <Link className="button" to={`/workspace/pieces/${piece.id}/letter`}>
              {say('newsletters.as_letter')}
            </Link>
            <Link className="button quiet" to={`/workspace/pieces/${piece.id}/review`}>
              {say('newsletters.to_review')}
            </Link>
          </>
        }
      />
      <Form method="post" className="newsletter" key={piece.revision}>
        <FormRefusal answer={answer} />
        <input type="hidden" name="revision" value={piece.revision} />
        {/* What Enter does in a field. */}
        <button className="sr" name="intent" value="keep" tabIndex={-1} aria-hidden="true" disabled={!mayWrite}>
          {say('newsletters.keep')}
        </button>
        <div className="two">
          <div>
            <Section title={say('newsletters.tells')} count={stories.length}>
              <p className="muted small after-rule">{say('newsletters.rule', { since: format.instant(since) })}</p>
              {stories.length === 0 && (
                <Empty slim title={say('newsletters.none')}>
                  {say('newsletters.none_how')}
                </Empty>
              )}
              <ol className="stories-told">
                {stories.map((story, at) => (
                  <Told key={story.id} story={story} at={at} last={stories.length - 1} mayWrite={mayWrite} answer={answer} />
                ))}
              </ol>
            </Section>
          </div>
          <aside>
            <Section title={say('newsletters.opens')}>
              <div className="form">
                <TextField
                  name="title"
                  label={say('newsletters.title')}
                  defaultValue={piece.title}
                  answer={answer}
                  disabled={!mayWrite}
                  required
                  maxLength={300}
                />
                <TextAreaField
                  name="lead"
                  label={say('newsletters.lead')}
                  hint={say('newsletters.lead_hint')}
                  defaultValue={piece.lead}
                  rows={4}
                  answer={answer}
                  disabled={!mayWrite}
                  maxLength={400}
                />
                {mayWrite && (
                  <p className="actions">
                    <button className="button primary" name="intent" value="keep">
                      {say('newsletters.keep')}
                    </button>
                    <Link className="button quiet" to={`/workspace/pieces/${piece.id}`}>
                      {say('newsletters.write_more')}
                    </Link>
                  </p>
                )}
              </div>
            </Section>
            <Left left={left} mayWrite={mayWrite} />
          </aside>
        </div>
      </Form>
    </main>
  );
}

interface ToldProps {
  readonly story: Data['stories'][number];
  readonly at: number;
  readonly last: number;
  readonly mayWrite: boolean;
  readonly answer: Answer | undefined;
}

function Told({ story, at, last, mayWrite, answer }: ToldProps) {
  const { say, format, now } = useWords();
  const move = (intent: string, says: string) => (
    <button className="button small quiet" name="intent" value={`${intent}:${story.id}`}>
      {say(`newsletters.move.${says}`)} <span className="sr">{story.headline}</span>
    </button>
  );
  return (
    <li>
      <p className="small muted">
        {[
          at === 0 ? say('newsletters.first') : null,
          story.kind && say(`pieces.kind.${story.kind}`),
          story.publishedAt && format.ago(story.publishedAt, now),
          story.more > 0 && say('newsletters.more', { count: story.more }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <TextField
        name={`headline.${story.id}`}
        label={say('newsletters.headline')}
        defaultValue={story.headline}
        answer={answer}
        disabled={!mayWrite}
        required
        maxLength={300}
      />
      <TextAreaField
        name={`summary.${story.id}`}
        label={say('newsletters.summary')}
        defaultValue={story.summary}
        rows={2}
        answer={answer}
        disabled={!mayWrite}
        maxLength={1000}
      />
      {mayWrite && (
        <p className="line-moves">
          {at > 0 && move('up', 'up')}
          {at < last && move('down', 'down')}
          {at > 1 && move('first', 'first')}
          {move('leave', 'leave')}
        </p>
      )}
    </li>
  );
}

function Left({ left, mayWrite }: { left: Data['left']; mayWrite: boolean }) {
  const { say, format, now } = useWords();
  return (
    <Section title={say('newsletters.left')} count={left.length || undefined}>
      {left.length === 0 && <p className="muted after-rule">{say('newsletters.left_none')}</p>}
      <ul className="wires">
        {left.map((one) => (
          <li key={one.id}>
            <Link to={`/workspace/pieces/${one.id}`}>{one.title}</Link>
            {mayWrite && (
              <button className="button small quiet" name="intent" value={`take:${one.id}`}>
                {say('newsletters.take')} <span className="sr">{one.title}</span>
              </button>
            )}
            <small>
              {[
                say(`pieces.kind.${one.kind}`),
                one.unitName,
                format.ago(one.publishedAt, now),
                one.expiresOn && say('newsletters.closes', { day: format.shortDay(one.expiresOn) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
      {mayWrite && left.length > 1 && (
        <p className="actions">
          <button className="button" name="intent" value="renew">
            {say('newsletters.take_all')}
          </button>
        </p>
      )}
    </Section>
  );
}
