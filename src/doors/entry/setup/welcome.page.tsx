import { useActionData, useLoaderData } from 'react-router';
import {
  countSetupCode,
  enterSetup,
  installationCode,
  isSetUp,
  readiness,
  readSetup,
  setupCodeInput,
} from '#domains/organization/index.ts';
import { dayIn } from '#platform/clock/day.ts';
import { defaultZone } from '#platform/clock/zone.ts';
import { readCookie, setCookie } from '#platform/http/cookies.ts';
import { isRefusedForm, parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { SetupEnd } from './frame.tsx';
import { Ready } from './ready.tsx';
import { onlyBefore, setupCookie, setupSeconds } from './setup-cookie.ts';

export const loader = load(async ({ ctx, visit, request }) => {
  await onlyBefore(ctx);
  const begun = (await readSetup(ctx, readCookie(request, setupCookie))) !== undefined;
  const ready = await readiness(ctx, visit.app);
  return { begun, ready, now: visit.now.toISOString(), today: dayIn(visit.now, defaultZone) };
});

export const action = act(async ({ typed, perform, visit }) => {
  if (await isSetUp(visit.app.database.primary)) return redirect('/');
  const input = parse(setupCodeInput, typed.fields);
  if (isRefusal(input)) return input;
  await installationCode(visit.app);
  const count = await perform(countSetupCode);
  if (isRefusal(count)) return count;
  const token = await perform((ctx) => enterSetup(ctx, input, count.left));
  return isRefusal(token)
    ? token
    : redirect('/setup/institution', { headers: { 'set-cookie': setCookie(visit, setupCookie, token, setupSeconds) } });
});

export default function Welcome() {
  const { begun, ready, now, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answer = isRefusedForm(refused) ? refused : undefined;
  const { say } = useWords();
  return (
    <>
      <title>{`${say('entry.setup.title')} · Pregón`}</title>
      <main className="step" id="contenido">
        <Voice as="h1" sentence={say('entry.setup.voice')} />
        <div className="ways">
          <section aria-labelledby="look">
            <h2 id="look">{say('entry.setup.look')}</h2>
            <p>{say('entry.setup.look_more')}</p>
            <ul>
              {[1, 2, 3].map((line) => (
                <li key={line}>{say(`entry.setup.look_${line}`)}</li>
              ))}
            </ul>
            <form method="post" action="/setup/demonstration">
              <button className="button">{say('entry.setup.look_go')}</button>
            </form>
          </section>
          <section aria-labelledby="own">
            <h2 id="own">{say('entry.setup.own')}</h2>
            <p>{say('entry.setup.own_more')}</p>
            {begun ? (
              <>
                <p className="small muted">{say('entry.setup.own_next')}</p>
                <p>
                  <a className="button primary" href="/setup/institution">
                    {say('entry.setup.go_on')}
                  </a>
                </p>
              </>
            ) : (
              <form className="code-form" method="post" action="/setup">
                <FormRefusal answer={answer} />
                <TextField
                  name="code"
                  label={say('entry.setup.code')}
                  hint={say('entry.setup.code_hint')}
                  className="code"
                  autoComplete="off"
                  spellCheck={false}
                  maxLength={60}
                  answer={answer}
                  required
                />
                <p className="small muted">{say('entry.setup.own_next')}</p>
                <p>
                  <button className="button primary">{say('entry.setup.own_go')}</button>
                </p>
              </form>
            )}
          </section>
        </div>
        <Ready ready={ready} now={now} today={today} />
      </main>
      <SetupEnd />
    </>
  );
}
