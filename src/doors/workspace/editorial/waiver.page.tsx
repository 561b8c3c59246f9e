import { Form, Link, useLoaderData } from 'react-router';
import {
  type Check,
  checkPiece,
  checks,
  endedWaiverInput,
  getPiece,
  isWaivable,
  unwaiveCheck,
  waiveCheck,
  waiverInput,
} from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal, TextAreaField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { pieceCrumbs } from './crumbs.ts';
import { FoundList } from './editor/found-list.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { crumbs: ({ piece }: Data, say: Say) => pieceCrumbs(piece, say, say('writing.waive')) };

export const loader = load(async ({ ctx, params }) => {
  const check = checks.find((one) => one === params.check);
  if (!check) throw new NotFound(`check ${params.check}`);
  const piece = await getPiece(ctx, Number(params.piece));
  const all = await checkPiece(ctx, piece);
  const { found, level, waiver } = all.checks.find((one) => one.check === check)!;
  return { piece: { id: piece.id, title: piece.title }, check, found, level, waiver, waivable: isWaivable(check) };
});

export const action = act(async ({ typed, perform, params }) => {
  const asked = { ...typed.fields, piece: params.piece, check: params.check };
  const input = typed.fields.intent === 'end' ? parse(endedWaiverInput, asked) : parse(waiverInput, asked);
  if (isRefusal(input)) return input;
  const done = await perform((ctx) =>
    'reason' in input ? waiveCheck(ctx, input as typeof input & { reason: string }) : unwaiveCheck(ctx, input),
  );
  return isRefusal(done) ? done : redirect(`/workspace/pieces/${params.piece}`);
});

/** Lets a check pass with a reason and one's name, or takes that back. */
export default function Waiver() {
  const { piece, check, found, level, waiver, waivable } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const answer = useAnswer();
  const name = say(`checks.name.${check satisfies Check}`);
  const back = (
    <Link className="button quiet" to={`/workspace/pieces/${piece.id}`}>
      {say('writing.back_to_piece')}
    </Link>
  );
  return (
    <main className="page" id="contenido">
      <title>{`${say('writing.waive')} · ${piece.title} · Pregón`}</title>
      <Head low name={piece.title} voice={say(level === 'block' ? 'writing.waive_voice' : 'writing.waive_voice_none', { check: name })} />
      <FoundList check={check} found={found} />
      <Form method="post" className="form">
        <FormRefusal answer={answer} />
        {waiver ? (
          <>
            <p>{say('writing.waived_by', { who: waiver.who, when: format.instant(waiver.at), reason: waiver.reason })}</p>
            <p className="actions">
              <button className="button primary" name="intent" value="end">
                {say('writing.unwaive')}
              </button>
              {back}
            </p>
          </>
        ) : level === 'block' && waivable ? (
          <>
            <TextAreaField
              name="reason"
              label={say('writing.waive_reason')}
              hint={say('writing.waive_hint')}
              minLength={10}
              maxLength={2000}
              required
              answer={answer}
            />
            <p className="actions">
              <button className="button primary">{say('writing.waive_button')}</button>
              {back}
            </p>
          </>
        ) : (
          <p className="actions">{back}</p>
        )}
      </Form>
    </main>
  );
}
