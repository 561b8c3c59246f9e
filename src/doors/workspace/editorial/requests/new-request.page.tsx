import { Form, Link, useLoaderData } from 'react-router';
import { answerDays, askInput, askOffice, requestKinds } from '#domains/editorial/index.ts';
import { departments, personCard, unitOptions } from '#domains/organization/index.ts';
import { segmentsInForce, today } from '#domains/plan/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { AskFields } from '#ui/ask-fields.tsx';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import { keepEvidence } from '../../work/evidence.ts';

export const handle = {
  crumbs: (_: unknown, say: Say) => [
    { name: say('requests.requests'), to: '/workspace/requests' },
    { name: say('requests.ask_something') },
  ],
};

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
    const files = await keepEvidence(visit.app, ctx, typed);
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
