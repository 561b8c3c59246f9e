import { useActionData, useLoaderData } from 'react-router';
import { beginPasskeySignIn, deviceOf, signInWithPasskey, usedPasskeyInput } from '#domains/organization/index.ts';
import { isRefusedForm, parse } from '#platform/http/form.ts';
import { localPath } from '#platform/http/local-path.ts';
import { act, load } from '#platform/http/page.ts';
import { perform as performAs } from '#platform/http/visit.ts';
import { accepted, isRefusal, refuse } from '#platform/refusal.ts';
import { Refusal } from '#ui/field.tsx';
import { Rich } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { Lighthouse } from './art/lighthouse.tsx';
import { letIn } from './let-in.ts';
import { Step } from './step.tsx';

export const loader = load(async ({ visit, url }) => {
  const begun = accepted(await performAs(visit, (ctx) => beginPasskeySignIn(ctx, visit.origin)));
  return { ...begun, options: JSON.stringify(begun.options), next: localPath(url.searchParams.get('next')) };
});

export const action = act(async ({ typed, perform, visit, url, request }) => {
  const input = parse(usedPasskeyInput, typed.fields);
  if (isRefusal(input)) return refuse('passkey.refused');
  const caller = { origin: visit.origin, device: deviceOf(request.headers.get('user-agent')) };
  // The challenge is used up also when the key is refused, so the refusal does not roll it back.
  const came = await perform(async (ctx) => ({ answer: await signInWithPasskey(ctx, input, caller) }));
  if (isRefusal(came)) return came;
  return isRefusal(came.answer) ? came.answer : letIn(visit, came.answer, localPath(url.searchParams.get('next')));
});

export default function Passkey() {
  const { options, step, next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { say } = useWords();
  return (
    <Step name={say('entry.passkey.title')} voice={say('entry.passkey.voice')} art={<Lighthouse />}>
      <form
        method="post"
        action={`/sign-in/passkey${next ? `?next=${encodeURIComponent(next)}` : ''}`}
        data-passkey="get"
        data-options={options}
      >
        <p>{say('entry.passkey.more')}</p>
        <p hidden role="alert" className="error" data-passkey-refused>
          {say('refusals.passkey.refused')}
        </p>
        {isRefusedForm(refused) && <Refusal sentence={say('refusals.passkey.refused')} />}
        <noscript>
          <p>
            <Rich sentence={say('entry.passkey.no_script')} />
          </p>
        </noscript>
        <input type="hidden" name="step" value={step} />
        <input type="hidden" name="credential" value="" />
        <button className="button primary">{say('entry.passkey.submit')}</button>
        <ul className="other">
          <li>
            <a href="/sign-in">{say('entry.passkey.back')}</a>
          </li>
        </ul>
      </form>
      <script type="module" src="/static/passkey.js" />
    </Step>
  );
}
