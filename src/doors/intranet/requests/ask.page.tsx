import { Form, useLoaderData } from 'react-router';
import { answerDays, askInput, askOffice, requestKinds } from '#domains/editorial/index.ts';
import { departments, personCard, unitOptions } from '#domains/organization/index.ts';
import { segmentsInForce, today } from '#domains/plan/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import { AskFields } from '#ui/ask-fields.tsx';
import { FormRefusal } from '#ui/field.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { keepFiles, useAnswer } from './form.ts';

export const loader = load(async ({ ctx, visit }) => {
  const [units, segments, day, me] = await Promise.all([
    unitOptions(ctx),
    segmentsInForce(ctx),
    today(ctx),
    visit.actor.id ? personCard(ctx, visit.actor.id) : null,
  ]);
  return {
    days: answerDays,
    choices: {
      kinds: requestKinds,
      segments: segments.map(({ code, name }) => ({ value: code, label: name })),
      units: units.map(({ id, name, depth }) => ({ value: String(id), label: `${'\u2003'.repeat(depth)}${name}` })),
      ownUnit: String(me?.person.unit_id ?? ''),
      regions: departments().map(({ name }) => name),
      today: day,
    },
  };
});

export const action = act(async ({ typed, perform, visit }) => {
  const input = parse(askInput, { ...typed.fields, files: [] });
  if (isRefusal(input)) return input;
  const result = await perform(async (ctx) => {
    const files = await keepFiles(visit.app, ctx, typed);
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
