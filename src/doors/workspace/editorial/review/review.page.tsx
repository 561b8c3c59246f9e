import { useRef, useState } from 'react';
import { useLoaderData } from 'react-router';
import { listChannels } from '#domains/channels/index.ts';
import { assetsById, reviewOf, shortHash } from '#domains/editorial/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Head } from '#ui/head.tsx';
import { Banner } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { pieceCrumbs } from '../crumbs.ts';
import { PieceStateMark } from '../piece-state.tsx';
import { CompareBar, modes, type Mode } from './compare-bar.tsx';
import { Decision } from './decision.tsx';
import { doings } from './doings.ts';
import { GoesOut } from './goes-out.tsx';
import { Manuscript } from './manuscript.tsx';
import { noted } from './noted.ts';
import { assetsIn, blocksOf, numbered } from './page-data.ts';
import { reviewVoice } from './review-voice.ts';
import { Speak, type Chosen } from './speak.tsx';
import { Suggestions } from './suggestions.tsx';
import { Sum } from './sum.tsx';
import { Threads } from './threads.tsx';
import { useSelection } from './use-selection.ts';
import { Way } from './way.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ review }: Data, say: Say) => pieceCrumbs(review.piece, say, say('review.review')),
  topics: ({ review }: Data) => [`piece:${review.piece.id}`, `writing:${review.piece.id}`],
};

/** `?from=3&to=4&mode=diff`: the two versions and how they are shown; `to=0` is what is being written. */
export const loader = load(async ({ ctx, visit, params, url }) => {
  const chosen = (name: string) => {
    const said = url.searchParams.get(name) ?? '';
    return /^\d{1,6}$/.test(said) ? Number(said) : undefined;
  };
  const found = await reviewOf(ctx, Number(params.piece), { before: chosen('from'), after: chosen('to') });
  const asked = modes.find((one) => one === url.searchParams.get('mode'));
  const mode: Mode = found.before === null ? 'clean' : (asked ?? 'diff');
  const { difference, comments, suggestions: _, piece, ...review } = found;
  const { body: __, text: ___, fields: ____, ...head } = piece;
  const { threads, suggestions, passages } = numbered(found);
  const assets = await assetsById(ctx, assetsIn(difference));
  const channels = await listChannels(ctx);
  return {
    review: {
      ...review,
      piece: head,
      comments: comments.map(({ id, parent, person }) => ({ id, parent, person })),
      difference: { added: difference.added, removed: difference.removed, changed: difference.changed },
    },
    same: difference.fields.filter(({ changed }) => !changed).map(({ code }) => code),
    text: noted(difference, passages),
    blocks: blocksOf(difference),
    assets: Object.fromEntries([...assets].map(([id, { file, kind, title }]) => [id, { file, kind, title }])),
    channels: channels.filter(({ code }) => piece.channels.includes(code)).map(({ name }) => name),
    draft: found.versions[0]?.sha256 !== piece.sha256,
    reader: visit.actor.id,
    threads,
    suggestions,
    mode,
    said: url.searchParams.get('done'),
    hash: shortHash(found.step?.sha256 ?? piece.sha256),
  };
});

export const action = act(async ({ typed, perform, params, url }) => {
  const doing = doings.get(typed.fields.intent);
  if (!doing) throw new NotFound(`intent ${String(typed.fields.intent)}`);
  const work = doing({ ...typed.fields, piece: params.piece });
  if (isRefusal(work)) return work;
  const done = await perform(work);
  if (isRefusal(done)) return done;
  const kept = [...url.searchParams].filter(
    ([name]) => name === 'mode' || ((name === 'from' || name === 'to') && stays.has(typed.fields.intent)),
  );
  const said = typed.fields.intent === 'decide' ? String(typed.fields.decision) : String(typed.fields.intent);
  return redirect(`/workspace/pieces/${params.piece}/review?${new URLSearchParams([...kept, ['done', said]])}`);
});

/** After these one goes on reading the same two versions. */
const stays = new Set<unknown>(['comment', 'reply', 'resolve', 'reopen', 'suggest', 'remind']);
const told = ['submit', 'pass', 'return', 'remind', 'withdraw', 'comment', 'suggest', 'suggestion'];

/** A piece as who decides reads it: what changed, what was said, whose turn it is. */
export default function Review() {
  const data = useLoaderData<typeof loader>();
  const { review, mode, text, assets, said } = data;
  const { piece } = review;
  const { say, format, now } = useWords();
  const sheet = useRef<HTMLDivElement>(null);
  const selected = useSelection(sheet);
  const [chosen, choose] = useState<Chosen | null>(null);
  const name = (side: number | null) => (side === 0 || side === null ? say('review.now') : say('review.version', { number: side }));
  return (
    <main className="page split" id="contenido">
      <title>{`${say('review.review_of', { title: piece.title })} · Pregón`}</title>
      <div className="split-main">
        <Head
          low
          name={
            <>
              {say(`pieces.kind.${piece.kind}`)} <PieceStateMark state={piece.state} /> <GoesOut piece={piece} />
            </>
          }
          voice={reviewVoice(say, format, { review, reader: data.reader, now })}
        />
        {said && told.includes(said) && <Banner tone="good">{say(`review.done.${said}`)}</Banner>}
        {review.versions.length > 0 && (
          <CompareBar versions={review.versions} before={review.before} after={review.after} draft={data.draft} mode={mode} />
        )}
        <div ref={sheet} className={mode === 'side' ? 'side-by-side' : undefined}>
          {mode === 'side' && <Manuscript text={text} show="before" assets={assets} label={name(review.before)} />}
          <Manuscript
            text={text}
            show={mode === 'clean' ? 'clean' : mode === 'side' ? 'after' : 'both'}
            assets={assets}
            label={name(review.after)}
          />
        </div>
        {review.reviews && selected && (
          <div className="selection-bar" role="toolbar" aria-label={say('review.selected')}>
            <span className="muted">«{selected.quote}»</span>
            <button type="button" className="button small" onClick={() => speak('comment')}>
              {say('review.comment')}
            </button>
            <button type="button" className="button small" onClick={() => speak('suggest')}>
              {say('review.suggest')}
            </button>
          </div>
        )}
        {review.before !== null && mode !== 'clean' && <Sum difference={review.difference} same={data.same} />}
      </div>
      {review.step && review.refusal === null && (
        <p className="at-thumb">
          <a className="button primary" href="#decision">
            {say('review.to_decision')}
          </a>
        </p>
      )}
      <aside className="inspector" aria-label={say('review.aside')}>
        <Decision review={{ ...review, hash: data.hash }} />
        <Threads threads={data.threads} reviews={review.reviews}>
          {review.reviews && <Speak blocks={data.blocks} chosen={chosen} />}
        </Threads>
        <Suggestions suggestions={data.suggestions} writes={review.writes} locked={piece.state === 'in_review'} />
        <Way review={review} channels={data.channels} />
      </aside>
    </main>
  );

  function speak(as: Chosen['as']) {
    if (!selected) return;
    choose({ ...selected, as });
    // The form is drawn first; then one writes in it.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`#speak [name=${as === 'comment' ? 'text' : 'replacement'}]`)?.focus());
  }
}
