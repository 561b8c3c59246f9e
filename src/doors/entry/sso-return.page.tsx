import { useLoaderData } from 'react-router';
import { claimsOf, deviceOf, signInWithProvider } from '#domains/organization/index.ts';
import { readCookie } from '#platform/http/cookies.ts';
import { load } from '#platform/http/page.ts';
import { perform } from '#platform/http/visit.ts';
import { isRefusal, type Refusal } from '#platform/refusal.ts';
import { useWords } from '#ui/words.tsx';
import { Lighthouse } from './art/lighthouse.tsx';
import { letIn } from './let-in.ts';
import { ssoCookie } from './sso-cookie.ts';
import { Step } from './step.tsx';

/** Where the provider sends the browser back: in, or a sentence that says why not and whom to ask. */
export const loader = load(async ({ visit, url, request }): Promise<{ label: string; refusal: Refusal }> => {
  const back = { step: readCookie(request, ssoCookie), search: url.search, origin: visit.origin };
  const claimed = await perform(visit, (ctx) => claimsOf(ctx, visit.app.config, back));
  const came = isRefusal(claimed)
    ? claimed
    : await perform(visit, (ctx) => signInWithProvider(ctx, claimed, deviceOf(request.headers.get('user-agent'))));
  if (!isRefusal(came) && !isRefusal(claimed)) throw letIn(visit, came, claimed.next);
  return { label: visit.app.config.OIDC_LABEL, refusal: came as Refusal };
});

export default function ProviderReturn() {
  const { label, refusal } = useLoaderData<typeof loader>();
  const { say } = useWords();
  return (
    <Step name={say('entry.sso.title', { label })} voice={say('entry.sso.voice', { label })} art={<Lighthouse />}>
      <p role="alert">{say(`refusals.${refusal.refused}`, refusal.details)}</p>
      <ul className="other">
        <li>
          <a href="/sign-in/sso">{say('entry.sso.again')}</a>
        </li>
        <li>
          <a href="/sign-in">{say('entry.passkey.back')}</a>
        </li>
      </ul>
    </Step>
  );
}
