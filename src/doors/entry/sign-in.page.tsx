import { useActionData, useLoaderData } from 'react-router';
import { countSignIn, deviceOf, institutionOf, signIn, signInInput } from '#domains/organization/index.ts';
import { isRefusedForm, parse } from '#platform/http/form.ts';
import { readCookie } from '#platform/http/cookies.ts';
import { keptFormCookie } from '#platform/http/kept-forms.ts';
import { localPath } from '#platform/http/local-path.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { limit, timesLeft } from '#platform/http/rate-limit.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Banner } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { Ship } from './art/ship.tsx';
import { letIn, trustCookie } from './let-in.ts';
import { Step } from './step.tsx';

export const loader = load(async ({ ctx, visit, url, request }) => {
  const next = localPath(url.searchParams.get('next'));
  if (visit.actor.kind === 'person') throw redirect(next ?? '/workspace');
  const institution = await institutionOf(ctx);
  return {
    next,
    phone: institution.phone,
    greeting: greetingAt(visit.now, institution.zone),
    sso: visit.app.config.OIDC_ISSUER ? visit.app.config.OIDC_LABEL : null,
    accounts: institution.demonstration ? await visit.app.demonstration.accounts() : [],
    kept: readCookie(request, keptFormCookie) !== undefined,
  };
});

export const action = act(async ({ typed, perform, visit, url, request }) => {
  const input = parse(signInInput, typed.fields);
  if (isRefusal(input)) return input;
  if ((await timesLeft(visit, 'unknown_account', visit.addressKey)) <= 0) return (await limit(visit, 'unknown_account', visit.addressKey))!;
  const count = await perform((ctx) => countSignIn(ctx, input));
  if (isRefusal(count)) return count;
  const caller = {
    device: deviceOf(request.headers.get('user-agent')),
    next: localPath(url.searchParams.get('next')),
    trust: readCookie(request, trustCookie),
  };
  const came = await perform((ctx) => signIn(ctx, input, count.left, caller));
  if (!isRefusal(came)) return letIn(visit, came, caller.next);
  // Only wrong ones count for the address, so that a whole town hall behind one comes in on a Monday.
  await limit(visit, 'unknown_account', visit.addressKey);
  return came;
});

function greetingAt(now: Date, zone: string): 'morning' | 'afternoon' | 'night' {
  const hour = Number(new Intl.DateTimeFormat('en-US', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).format(now));
  return hour >= 5 && hour < 12 ? 'morning' : hour >= 12 && hour < 19 ? 'afternoon' : 'night';
}

export default function SignIn() {
  const { next, phone, greeting, sso, kept, accounts } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answer = isRefusedForm(refused) ? refused : undefined;
  const { say } = useWords();
  const wanted = next ? `?next=${encodeURIComponent(next)}` : '';
  return (
    <Step
      name={say('entry.sign_in.title')}
      voice={say(`entry.sign_in.voice.${greeting}`)}
      art={<Ship />}
      end={[say('entry.sign_in.end'), ...(phone ? [say('entry.sign_in.help', { phone })] : [])]}
    >
      <form method="post" action={`/sign-in${wanted}`}>
        {kept && <Banner>{say('entry.sign_in.kept')}</Banner>}
        <FormRefusal answer={answer} />
        <TextField
          name="email"
          label={say('entry.sign_in.email')}
          type="email"
          autoComplete="username"
          answer={answer}
          required
          maxLength={254}
        />
        <TextField
          name="password"
          label={say('entry.sign_in.password')}
          type="password"
          autoComplete="current-password"
          answer={answer}
          required
          maxLength={256}
        />
        <button className="button primary">{say('entry.sign_in.submit')}</button>
        <ul className="other">
          {sso && (
            <li>
              <a href={`/sign-in/sso${wanted}`}>{say('entry.sign_in.sso', { label: sso })}</a>
            </li>
          )}
          <li>
            <a href={`/sign-in/passkey${wanted}`}>{say('entry.sign_in.passkey')}</a>
          </li>
          <li>
            <a href="/sign-in/forgotten">{say('entry.sign_in.forgotten')}</a>
          </li>
          <li>
            <details>
              <summary>{say('entry.sign_in.no_account')}</summary>
              <p>{say('entry.sign_in.no_account_more')}</p>
            </details>
          </li>
        </ul>
      </form>
      {accounts.length > 0 && (
        <section className="as-one" aria-labelledby="demonstration">
          <h2 id="demonstration">{say('entry.sign_in.demonstration')}</h2>
          {accounts.map((account) => (
            <form key={account.email} method="post" action={`/sign-in${wanted}`}>
              <input type="hidden" name="email" value={account.email} />
              <input type="hidden" name="password" value={account.password} />
              <button className="button">{account.says}</button>
            </form>
          ))}
        </section>
      )}
    </Step>
  );
}
