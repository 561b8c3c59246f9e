import { Form, Link, useLoaderData } from 'react-router';
import { editorialPolicy, getPiece, submissionInput, submissionOf, submitPiece } from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { Forbidden, isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal, Refusal, TextAreaField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Section } from '#ui/section.tsx';
import { Steps } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import { pieceCrumbs } from '../crumbs.ts';
import { useMoment } from './moments.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { crumbs: ({ piece }: Data, say: Say) => pieceCrumbs(piece, say, say('review.send')) };

export const loader = load(async ({ ctx, visit, params }) => {
  const piece = await getPiece(ctx, Number(params.piece));
  if (!may(visit.actor, editorialPolicy['pieces.write'], piece.unit))
    throw new Forbidden('pieces.write', editorialPolicy['pieces.write'].roles);
  const { id, title, state } = piece;
  if (state === 'in_review') throw redirect(`/workspace/pieces/${id}/review`);
  return { piece: { id, title, state }, ...(await submissionOf(ctx, piece)) };
});

export const action = act(async ({ typed, perform, params }) => {
  const input = parse(submissionInput, { ...typed.fields, piece: params.piece });
  if (isRefusal(input)) return input;
  const sent = await perform((ctx) => submitPiece(ctx, input));
  return isRefusal(sent) ? sent : redirect(`/workspace/pieces/${params.piece}/review?done=submit`);
});

/** Who will look at it, in which order and until when; and sending it. */
export default function Submission() {
  const { piece, steps, refusal } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const answer = useAnswer();
  const moment = useMoment();
  const first = steps.filter(({ position }) => position === 1);
  return (
    <main className="page" id="contenido">
      <title>{`${say('review.send')} · ${piece.title} · Pregón`}</title>
      <Head
        low
        name={piece.title}
        voice={
          first.length > 0
            ? say('review.send_voice', { who: format.list([...new Set(first.map(({ personName }) => personName))]), count: steps.length })
            : say('review.send_voice_held')
        }
      />
      <div className="two">
        <div>
          {answer?.refusal ? (
            <FormRefusal answer={answer} />
          ) : (
            refusal && (
              <Refusal
                sentence={say(`refusals.${refusal.refused}`, refusal.details)}
                more={<Link to={`/workspace/pieces/${piece.id}`}>{say('review.write_on')}</Link>}
              />
            )
          )}
          <Form method="post" className="form">
            <TextAreaField
              name="note"
              label={say('review.send_note')}
              hint={say('review.send_note_hint')}
              optional
              rows={3}
              maxLength={2000}
              answer={answer}
            />
            <p className="hint">{say('review.send_locks')}</p>
            <p className="actions">
              {!refusal && <button className="button primary">{say('review.send')}</button>}
              <Link className="button" to={`/workspace/pieces/${piece.id}`}>
                {say('review.write_on')}
              </Link>
            </p>
          </Form>
        </div>
        <aside>
          <Section title={say('review.way')}>
            <Steps
              steps={steps.map(({ step, personName, dueAt, position }) => ({
                name: say(`review.step.${step}`),
                more: say('review.before', { who: personName, when: moment(dueAt) }),
                stage: position === 1 ? 'current' : 'ahead',
              }))}
            />
          </Section>
        </aside>
      </div>
    </main>
  );
}
