import { useActionData, useLoaderData } from 'react-router';
import { codeInput, countCode, deviceOf, giveCode, pendingSignIn } from '#domains/organization/index.ts';
import { readCookie } from '#platform/http/cookies.ts';
import { isRefusedForm, parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal, refuse } from '#platform/refusal.ts';
import { Choice, FormRefusal, TextField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { Lighthouse } from './art/lighthouse.tsx';
import { letIn, stepCookie } from './let-in.ts';
import { Step } from './step.tsx';

export const loader = load(async ({ ctx, request, url }) => {
  const pending = await pendingSignIn(ctx, readCookie(request, stepCookie));
  if (!pending) throw redirect('/sign-in');
  return { name: pending.name.split(' ')[0]!, paper: url.searchParams.has('paper') };
});

export const action = act(async ({ typed, perform, visit, request }) => {
  const input = parse(codeInput, typed.fields);
  if (isRefusal(input)) return input;
  const token = readCookie(request, stepCookie);
  const pending = await perform((ctx) => pendingSignIn(ctx, token).then((found) => found ?? refuse('sign_in.step_over')));
  if (isRefusal(pending)) return redirect('/sign-in');
  const count = await perform((ctx) => countCode(ctx, pending.person));
  if (isRefusal(count)) return count;
  const came = await perform((ctx) => giveCode(ctx, token, input, count.left, deviceOf(request.headers.get('user-agent'))));
  return isRefusal(came) ? came : letIn(visit, came, pending.next);
});

export default function Code() {
  const { name, paper } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answer = isRefusedForm(refused) ? refused : undefined;
  const { say } = useWords();
  return (
    <Step
      name={say('entry.code.title')}
      voice={say(paper ? 'entry.code.voice_paper' : 'entry.code.voice', { name })}
      art={<Lighthouse />}
      end={[say('entry.code.end'), say('entry.code.lost')]}
    >
      <form method="post">
        <FormRefusal answer={answer} />
        {paper ? (
          <TextField
            name="code"
            label={say('entry.code.paper')}
            hint={say('entry.code.paper_hint')}
            className="code"
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            answer={answer}
            required
          />
        ) : (
          <TextField
            name="code"
            label={say('entry.code.code')}
            hint={say('entry.code.hint')}
            className="digits"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            answer={answer}
            required
            autoFocus
          />
        )}
        <Choice
          name="trust"
          label={say('entry.code.trust')}
          more={say('entry.code.trust_more')}
          defaultChecked={answer?.typed.trust === 'on'}
        />
        <button className="button primary">{say('entry.code.submit')}</button>
        <ul className="other">
          <li>
            <a href="/sign-in/passkey">{say('entry.code.use_passkey')}</a>
          </li>
          <li>
            {paper ? (
              <a href="/sign-in/code">{say('entry.code.use_app')}</a>
            ) : (
              <a href="/sign-in/code?paper">{say('entry.code.use_paper')}</a>
            )}
          </li>
          <li>
            <a href="/sign-in">{say('entry.code.not_me', { name })}</a>
          </li>
        </ul>
      </form>
    </Step>
  );
}
