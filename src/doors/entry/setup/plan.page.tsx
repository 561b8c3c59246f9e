import { readFile } from 'node:fs/promises';
import { useActionData, useLoaderData } from 'react-router';
import { completeSetup, deviceOf, firstUnitInput, keepStart, sessionSeconds } from '#domains/organization/index.ts';
import { importPlan } from '#domains/plan/index.ts';
import { system } from '#platform/ctx.ts';
import { keepSession, setCookie } from '#platform/http/cookies.ts';
import { isRefusedForm, parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { perform as performAs } from '#platform/http/visit.ts';
import { isRefusal } from '#platform/refusal.ts';
import { Choices } from '#ui/choices.tsx';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { SetupPage } from './frame.tsx';
import { setupCookie, setupOf } from './setup-cookie.ts';

const templates = ['ministerio-tic', 'oficina-informatica'];

export const loader = load(async ({ ctx, request }) => {
  const { setup } = await setupOf(ctx, request);
  if (!setup.administrator) throw redirect('/setup/administrator');
  return { typed: setup.start ?? null };
});

export const action = act(async ({ typed, visit, request }) => {
  const input = parse(firstUnitInput, typed.fields);
  if (isRefusal(input)) return input;
  const asSystem = { ...visit, actor: system };
  const kept = await performAs(asSystem, async (ctx) => keepStart(ctx, (await setupOf(ctx, request)).setup, input));
  if (isRefusal(kept)) return kept;
  const done = await performAs(asSystem, async (ctx) => {
    const { token } = await setupOf(ctx, request);
    const complete = await completeSetup(ctx, token, deviceOf(request.headers.get('user-agent')));
    if (isRefusal(complete) || !templates.includes(input.template)) return complete;
    const imported = await importPlan(ctx, { bytes: await readFile(`templates/plans/${input.template}.yaml`) });
    return isRefusal(imported) ? imported : complete;
  });
  if (isRefusal(done)) return done;
  const headers = new Headers([
    ['set-cookie', keepSession(visit, done.token, sessionSeconds)],
    ['set-cookie', setCookie(visit, setupCookie, '', 0)],
  ]);
  return redirect('/workspace', { headers });
});

export default function FirstPlan() {
  const { typed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answer = isRefusedForm(refused) ? refused : undefined;
  const { say } = useWords();
  const words = (key: string) => say(`entry.setup.plan.${key}`);
  return (
    <SetupPage page="plan">
      <form method="post">
        <FormRefusal answer={answer} />
        <TextField
          name="unit"
          label={words('unit')}
          hint={words('unit_hint')}
          maxLength={200}
          defaultValue={typed?.unit}
          answer={answer}
          required
        />
        <Choices
          name="template"
          legend={words('template')}
          hint={words('template_hint')}
          chosen={[typed?.template ?? '']}
          answer={answer}
          options={[
            ...templates.map((name) => ({ value: name, label: words(name), more: words(`${name}_more`) })),
            { value: '', label: words('none'), more: words('none_more') },
          ]}
        />
        <p className="actions">
          <button className="button primary">{words('go')}</button>
          <a className="button quiet" href="/setup/administrator">
            {say('entry.setup.back')}
          </a>
        </p>
      </form>
    </SetupPage>
  );
}
