import { Form, Link, useLoaderData } from 'react-router';
import { askedTerm, renewTerm } from '#domains/editorial/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { pieceCrumbs } from '../editorial/crumbs.ts';
import { useAnswer } from '../organization/answer.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { crumbs: ({ piece }: Data, say: Say) => pieceCrumbs(piece, say, say('dispatches.term')) };

export const loader = load(async ({ ctx, params }) => {
  const { piece, asked, mayAnswer } = await askedTerm(ctx, Number(params.piece));
  return { piece: { id: piece.id, title: piece.title }, asked, mayAnswer };
});

export const action = act(async ({ perform, params }) => {
  const done = await perform((ctx) => renewTerm(ctx, { piece: Number(params.piece) }));
  return isRefusal(done) ? done : redirect(`/workspace/pieces/${params.piece}/publication`);
});

/** A piece that is out asks whether it still holds: yes, mended, or no longer. */
export default function TermPage() {
  const { piece, asked, mayAnswer } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const answer = useAnswer();
  const own = `/workspace/pieces/${piece.id}`;
  return (
    <main className="page" id="contenido">
      <title>{`${say('dispatches.term')} · ${piece.title} · Pregón`}</title>
      <Head
        name={piece.title}
        voice={asked ? say(`dispatches.term_voice.${asked.what}`, { day: format.weekday(asked.day) }) : say('dispatches.term_voice.none')}
      />
      <FormRefusal answer={answer} />
      <Form method="post" className="actions">
        {asked && mayAnswer && (
          <button className="button primary">{say(`dispatches.term_yes.${asked.what}`, { day: format.day(asked.next) })}</button>
        )}
        <Link className="button" to={own}>
          {say('dispatches.term_mend')}
        </Link>
        <Link className="button quiet" to={`${own}/publication`}>
          {say('dispatches.term_other')}
        </Link>
      </Form>
    </main>
  );
}
