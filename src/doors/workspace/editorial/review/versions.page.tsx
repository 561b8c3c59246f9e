import { Form, Link, useLoaderData } from 'react-router';
import {
  editorialPolicy,
  getPiece,
  keepPieceVersion,
  keptVersionInput,
  listPieceVersions,
  restoredVersionInput,
  restorePieceVersion,
} from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import { pieceCrumbs } from '../crumbs.ts';
import { useMoment } from './moments.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ piece }: Data, say: Say) => pieceCrumbs(piece, say, say('review.versions')),
  topics: ({ piece }: Data) => [`piece:${piece.id}`, `writing:${piece.id}`],
};

export const loader = load(async ({ ctx, visit, params }) => {
  const { id, title, state, sha256, unit } = await getPiece(ctx, Number(params.piece));
  const versions = await listPieceVersions(ctx, id);
  return {
    piece: { id, title, state, sha256 },
    versions,
    // A piece in review is changed by nobody.
    writes: may(visit.actor, editorialPolicy['pieces.write'], unit) && state !== 'in_review' && state !== 'discarded',
  };
});

export const action = act(async ({ typed, perform, params }) => {
  const fields = { ...typed.fields, piece: params.piece };
  if (typed.fields.intent === 'restore') {
    const input = parse(restoredVersionInput, fields);
    if (isRefusal(input)) return input;
    const restored = await perform((ctx) => restorePieceVersion(ctx, input));
    return isRefusal(restored) ? restored : redirect(`/workspace/pieces/${params.piece}`);
  }
  const input = parse(keptVersionInput, fields);
  if (isRefusal(input)) return input;
  const kept = await perform((ctx) => keepPieceVersion(ctx, input));
  return isRefusal(kept) ? kept : redirect(`/workspace/pieces/${params.piece}/versions`);
});

/** What a piece said at each time it was sent or kept; any of it can be the draft again. */
export default function Versions() {
  const { piece, versions, writes } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const moment = useMoment();
  const restoring = useAnswer('restore');
  const keeping = useAnswer('keep');
  const review = `/workspace/pieces/${piece.id}/review`;
  return (
    <main className="page" id="contenido">
      <title>{`${say('review.versions')} · ${piece.title} · Pregón`}</title>
      <Head low name={piece.title} voice={say('review.versions_voice', { count: versions.length })} />
      <FormRefusal answer={restoring} />
      <Table
        caption={say('review.versions')}
        rows={versions}
        rowKey={({ number }) => number}
        empty={<Empty title={say('review.no_versions')}>{say('review.no_versions_how')}</Empty>}
        columns={[
          {
            key: 'number',
            name: say('review.version_head'),
            phone: 'lead',
            cell: ({ number, sha256 }) => (
              <>
                <Link to={`${review}?to=${number}&mode=clean`}>{say('review.version', { number })}</Link>
                {sha256 === piece.sha256 && <small className="muted"> {say('review.as_now')}</small>}
              </>
            ),
          },
          { key: 'note', name: say('review.note_label'), phone: 'second', cell: ({ note }) => note },
          { key: 'by', name: say('review.made_by'), cell: ({ madeByName }) => madeByName ?? say('review.somebody') },
          { key: 'at', name: say('review.made_at'), phone: 'under', cell: ({ madeAt }) => moment(madeAt) },
          { key: 'words', name: say('review.words'), number: true, cell: ({ words }) => format.number(words) },
          {
            key: 'hash',
            name: say('review.hash'),
            cell: ({ sha256 }) => <code title={sha256}>{`${sha256.slice(0, 4)}…${sha256.slice(-3)}`}</code>,
          },
          {
            key: 'do',
            name: <span className="sr">{say('review.do')}</span>,
            phone: 'figure',
            cell: ({ number, sha256 }) => (
              <Form method="post" className="actions">
                <input type="hidden" name="intent" value="restore" />
                {number > 1 && (
                  <Link className="button quiet small" to={`${review}?from=${number - 1}&to=${number}&mode=diff`}>
                    {say('review.what_changed')}
                  </Link>
                )}
                {writes && sha256 !== piece.sha256 && (
                  <button className="button small" name="number" value={number}>
                    {say('review.restore')} <span className="sr">{say('review.version', { number })}</span>
                  </button>
                )}
              </Form>
            ),
          },
        ]}
      />
      {writes && (
        <Form method="post" className="form" key={versions.length}>
          <FormRefusal answer={keeping} />
          <input type="hidden" name="intent" value="keep" />
          <TextField name="note" label={say('review.keep_name')} hint={say('review.keep_hint')} required maxLength={300} answer={keeping} />
          <p className="actions">
            <button className="button">{say('review.keep')}</button>
          </p>
        </Form>
      )}
    </main>
  );
}
