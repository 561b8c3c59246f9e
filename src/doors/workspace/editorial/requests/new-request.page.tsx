import { Form, Link, useLoaderData } from 'react-router';
import { askChoices, askInput, askOffice } from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { keepTypedFiles } from '#platform/http/typed-files.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { AskFields } from '#ui/ask-fields.tsx';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';

export const handle = {
  crumbs: (_: unknown, say: Say) => [
    { name: say('requests.requests'), to: '/workspace/requests' },
    { name: say('requests.ask_something') },
  ],
};

export const loader = load(({ ctx }) => askChoices(ctx));

export const action = act(async ({ typed, perform, visit }) => {
  const input = parse(askInput, { ...typed.fields, files: [] });
  if (isRefusal(input)) return input;
  const result = await perform(async (ctx) => {
    const files = await keepTypedFiles(visit.app, ctx, typed);
    return isRefusal(files) ? files : askOffice(ctx, { ...input, files });
  });
  return isRefusal(result) ? result : redirect(`/workspace/requests/${result.id}?done=asked`);
});

export default function NewRequest() {
  const { days, choices } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${say('requests.ask_something')} · Pregón`}</title>
      <Head name={say('requests.ask')} low voice={say('requests.ask_voice', { count: days })} />
      <Form method="post" encType="multipart/form-data" className="form">
        <FormRefusal answer={answer} />
        <AskFields choices={choices} answer={answer} />
        <p className="actions">
          <button className="button primary">{say('requests.ask_do')}</button>
          <Link className="button quiet" to="/workspace/requests">
            {say('requests.leave')}
          </Link>
        </p>
      </Form>
    </main>
  );
}
