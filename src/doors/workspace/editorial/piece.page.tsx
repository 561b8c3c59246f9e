import { lazy, Suspense, useRef, useState } from 'react';
import { Link, useLoaderData } from 'react-router';
import {
  besidePiece,
  checkPiece,
  checks,
  drawnText,
  editorialPolicy,
  type Fields,
  getPiece,
  isMemoKind,
  isSecret,
  isWaivable,
  kindOf,
  renditionsOf,
  savePiece,
  withdrawFromReview,
  writtenPieceInput,
} from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Light } from '#ui/state.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { useHydrated } from '../plan/use-hydrated.ts';
import { pieceCrumbs } from './crumbs.ts';
import { LinesSection, TermsSection, VersionsSection, WaySection } from './editor/beside.tsx';
import { ChecksList } from './editor/checks-list.tsx';
import { fieldsTyped } from './editor/fields-typed.ts';
import { PlainDesk } from './editor/plain-desk.tsx';
import { ReadDesk } from './editor/read-desk.tsx';
import { checkedOf, heldOf } from './held.ts';
import { NextStep } from './editor/next-step.tsx';
import { PieceTabs } from './piece-tabs.tsx';

const Writing = lazy(() => import('./editor/writing.tsx'));

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { crumbs: ({ piece }: Data, say: Say) => pieceCrumbs(piece, say) };

export const loader = load(async ({ ctx, visit, params }) => {
  const piece = await getPiece(ctx, Number(params.piece));
  const [checked, beside, renditions] = await Promise.all([checkPiece(ctx, piece), besidePiece(ctx, piece), renditionsOf(ctx, piece)]);
  const { code, fields } = kindOf(piece.kind);
  const mine = (action: 'pieces.write' | 'pieces.waive' | 'pieces.classify' | 'pieces.publish') =>
    may(visit.actor, editorialPolicy[action], piece.unit);
  const content = checkedOf(checked, piece, beside.campaign?.lines ?? []);
  return {
    piece: {
      id: piece.id,
      title: piece.title,
      state: piece.state,
      class: piece.class,
      fields: piece.fields,
      words: content.words,
      secret: isSecret(piece),
      publishAt: piece.publishAt,
      dueOn: piece.dueOn,
      held: heldOf(piece, visit.actor.name),
    },
    kind: { code, fields },
    signed: isMemoKind(code),
    me: { id: visit.actor.id ?? '', name: visit.actor.name },
    version: beside.versions[0]?.number ?? 0,
    changed: beside.versions[0]?.sha256 !== piece.sha256,
    html: await drawnText(ctx, piece, checked.assets, visit.locale),
    files: content.files,
    seen: { checks: content.checks, lines: content.lines, voice: content.voice },
    snippets: beside.snippets,
    authors: beside.authors,
    way: beside.way,
    campaign: beside.campaign,
    terms: beside.terms,
    versions: beside.versions,
    renditions: renditions.map(({ channel, over }) => ({ code: channel.code, name: channel.name, over })),
    writes: mine('pieces.write') && piece.state !== 'in_review' && piece.state !== 'discarded',
    waives: mine('pieces.waive'),
    classifies: mine('pieces.classify'),
    publishes: mine('pieces.publish'),
    waivable: checks.filter(isWaivable),
  };
});

/** Takes it back from review; or the plain form: title and fields, the text stays as it is. */
export const action = act(async ({ typed, perform, params }) => {
  if (typed.fields.intent === 'take_back') {
    const done = await perform((ctx) => withdrawFromReview(ctx, { piece: Number(params.piece) }));
    return isRefusal(done) ? done : redirect(`/workspace/pieces/${params.piece}`);
  }
  const saved = await perform(async (ctx) => {
    const piece = await getPiece(ctx, Number(params.piece), { lock: true });
    const written = fieldsTyped(typed.fields, kindOf(piece.kind).fields);
    const input = parse(writtenPieceInput, { ...written, piece: piece.id, revision: typed.fields.revision, body: piece.body });
    return isRefusal(input) ? input : savePiece(ctx, input);
  });
  return isRefusal(saved) ? saved : redirect(`/workspace/pieces/${params.piece}`);
});

/** A piece on its sheet: written, checked and led on its way. */
export default function PiecePage() {
  const data = useLoaderData<typeof loader>();
  // Another piece is another desk.
  return <Piece key={data.piece.id} data={data} />;
}

function Piece({ data }: { data: Data }) {
  const { piece } = data;
  const { say, format } = useWords();
  const answer = useAnswer();
  const hydrated = useHydrated();
  const typed = useRef<{ title: string; fields: Fields } | null>(null);
  const jump = useRef<(block: string, quote: string) => void>(undefined);
  const [now, setNow] = useState<Data['seen'] | null>(null);
  const seen = (data.writes && now) || data.seen;
  const missing = seen.checks.filter(({ level }) => level === 'block').length;
  const out = piece.publishAt ? format.instant(piece.publishAt) : piece.dueOn ? format.weekday(piece.dueOn) : null;
  const tabs = <PieceTabs piece={piece.id} kind={data.kind.code} renditions={data.renditions} />;
  const plain = <PlainDesk data={data} html={data.html} answer={answer} tabs={tabs} onLeave={(left) => (typed.current = left)} />;
  const submit = <NextStep piece={piece} signed={data.signed} writes={data.writes} publishes={data.publishes} missing={missing} />;
  return (
    <main className="page split" id="contenido">
      <title>{`${piece.title} · Pregón`}</title>
      <h1 className="sr">{piece.title}</h1>
      <div className="split-main desk">
        {!data.writes ? (
          <ReadDesk
            data={data}
            html={data.html}
            tabs={tabs}
            takesBack={data.authors.some(({ id }) => id === data.me.id) && piece.state === 'in_review'}
          />
        ) : hydrated ? (
          <Suspense fallback={plain}>
            <Writing
              data={data}
              typed={() => typed.current}
              tabs={tabs}
              onChecked={setNow}
              onReady={(lead) => {
                jump.current = lead;
              }}
            />
          </Suspense>
        ) : (
          plain
        )}
      </div>
      <div className="at-thumb">
        <a className="quiet" href="#comprobaciones">
          <Light light={missing > 0 ? 'off' : 'good'}>{say('writing.at_thumb', { count: missing })}</Light>
        </a>
        {submit}
      </div>
      <aside className="inspector" aria-label={say('writing.beside')}>
        <Voice low sentence={say(seen.voice.key, seen.voice.vars)} />
        <div className="actions">
          {submit}
          {data.renditions[0] && (
            <Link className="button" to={`/workspace/pieces/${piece.id}/renditions/${data.renditions[0].code}#preview`}>
              {say('writing.preview')}
            </Link>
          )}
        </div>
        <p className="small">
          <Link to={`/workspace/pieces/${piece.id}/details`}>{say('pieces.details')}</Link>
        </p>
        <ChecksList
          piece={piece.id}
          checks={seen.checks}
          informationClass={piece.class}
          classifies={data.classifies}
          waives={data.waives}
          waivable={data.waivable}
          onJump={data.writes && hydrated ? (block, quote) => jump.current?.(block, quote) : undefined}
        />
        <WaySection
          state={piece.state}
          authors={data.authors}
          way={data.way}
          out={out}
          channels={data.renditions.map(({ name }) => name)}
          me={data.me.id}
        />
        {data.campaign && <LinesSection campaign={data.campaign} lines={seen.lines} />}
        <TermsSection terms={data.terms} />
        <VersionsSection piece={piece.id} versions={data.versions} changed={data.changed} />
      </aside>
    </main>
  );
}
