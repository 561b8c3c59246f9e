import { Form, useLoaderData } from 'react-router';
import { askChoices, askInput, askOffice } from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { keepTypedFiles } from '#platform/http/typed-files.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import { useAnswer } from '#ui/answer.ts';
import { AskFields } from '#ui/ask-fields.tsx';
import { FormRefusal } from '#ui/field.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';

export const loader = load(({ ctx }) => askChoices(ctx));

export const action = act(async ({ typed, perform, visit }) => {
  const input = parse(askInput, { ...typed.fields, files: [] });
  if (isRefusal(input)) return input;
  const result = await perform(async (ctx) => {
    const files = await keepTypedFiles(visit.app, ctx, typed);
    return isRefusal(files) ? files : askOffice(ctx, { ...input, files });
  });
  return isRefusal(result) ? result : redirect(`/intranet/requests/${result.id}?done=asked`);
});

export default function Ask() {
  const { days, choices } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  return (
    <main className="floor" id="contenido">
      <title>{`${say('requests.ask')} · ${say('intranet.title')}`}</title>
      <header className="head">
        <h1>{say('requests.ask')}</h1>
        <Voice sentence={say('requests.ask_voice', { count: days })} />
      </header>
      <Form method="post" encType="multipart/form-data" className="form asking">
        <FormRefusal answer={answer} />
        <AskFields choices={choices} answer={answer} />
        <p className="actions">
          <button className="button primary">{say('requests.ask_do')}</button>
          <a className="button quiet" href="/intranet/requests">
            {say('requests.own')}
          </a>
        </p>
      </Form>
    </main>
  );
}
