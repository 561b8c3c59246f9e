import { Form, Link, useLoaderData } from 'react-router';
import { changedTermInput, changeTerm, getTerm, removedTermInput, removeTerm } from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { TermFields } from './term-fields.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ term }: Data, say: Say) => [{ name: say('terms.terms'), to: '/workspace/terms' }, { name: term.term }],
};

export const loader = load(async ({ ctx, params, visit }) => ({ term: await getTerm(ctx, Number(params.term)), now: visit.now }));

export const action = act(async ({ typed, params, perform }) => {
  const fields = { ...typed.fields, id: params.term };
  if (typed.fields.intent === 'remove') {
    const input = parse(removedTermInput, fields);
    if (isRefusal(input)) return input;
    await perform((ctx) => removeTerm(ctx, input));
    return redirect('/workspace/terms');
  }
  const input = parse(changedTermInput, fields);
  if (isRefusal(input)) return input;
  const done = await perform((ctx) => changeTerm(ctx, input));
  return isRefusal(done) ? done : redirect('/workspace/terms');
});

export default function TermPage() {
  const { term, now } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${term.term} · Pregón`}</title>
      <Head name={term.term} low voice={say('terms.written', { who: term.writtenBy ?? 'Pregón', when: format.ago(term.writtenAt, now) })} />
      <Form method="post" className="form">
        <FormRefusal answer={answer} />
        <TermFields term={term} answer={answer} />
        <div className="actions">
          <button className="button primary" name="intent" value="change">
            {say('terms.save')}
          </button>
          <button className="button" name="intent" value="remove" formNoValidate>
            {say('terms.remove')}
          </button>
          <Link className="button quiet" to="/workspace/terms">
            {say('terms.back')}
          </Link>
        </div>
      </Form>
    </main>
  );
}
