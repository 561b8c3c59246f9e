import { useLoaderData } from 'react-router';
import { purposesNow } from '#domains/audiences/index.ts';
import { browserIsOn, pushKeys, pushSubscriptionInput, subscribeBrowser, turnOffBrowser } from '#domains/channels/index.ts';
import { longestCookie, pushBrowserCookie as cookie, readCookie, setCookie } from '#platform/http/cookies.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { limit } from '#platform/http/rate-limit.ts';
import { perform as performIn } from '#platform/http/visit.ts';
import { isRefusal } from '#platform/refusal.ts';
import { useAnswer } from '#ui/answer.ts';
import { PushForm } from '#ui/push-form.tsx';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';

export const loader = load(async ({ ctx, visit, request }) => {
  const keys = await performIn(visit, pushKeys);
  return {
    on: await browserIsOn(ctx, readCookie(request, cookie)),
    pushKey: isRefusal(keys) ? '' : keys.publicKey,
    texts: (await purposesNow(ctx, 'push')).map(({ text }) => text),
  };
});

export const action = act(async ({ typed, perform, visit, request }) => {
  if (typed.fields.intent === 'off') {
    await perform((ctx) => turnOffBrowser(ctx, readCookie(request, cookie)));
    return redirect('/subscription/browser', { headers: { 'set-cookie': setCookie(visit, cookie, '', 0) } });
  }
  const tooMany = await limit(visit, 'public_form', visit.addressKey);
  if (tooMany) return tooMany;
  const input = parse(pushSubscriptionInput, typed.fields);
  if (isRefusal(input)) return input;
  const from = { browser: request.headers.get('user-agent'), language: visit.locale, ownService: visit.app.config.PUSH_SERVICE_URL };
  const on = await perform((ctx) => subscribeBrowser(ctx, input, from));
  if (isRefusal(on)) return on;
  return redirect('/subscription/browser', { headers: { 'set-cookie': setCookie(visit, cookie, on.token, longestCookie) } });
});

/** News and notices of the institution on this browser, without saying who one is: turned on and off here. */
export default function Browser() {
  const { on, pushKey, texts } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  const title = say('push.portal.title');
  return (
    <Page title={title} here={title} description={say('push.portal.lede')}>
      <div className="ask">
        <div>
          <h1 className="title">{title}</h1>
          <p className="lede">{say(on ? 'push.portal.on' : 'push.portal.lede')}</p>
          {on ? (
            <form method="post">
              <p className="actions">
                <button className="button" name="intent" value="off">
                  {say('push.turn_off_here')}
                </button>
              </p>
            </form>
          ) : (
            <>
              {texts.map((text) => (
                <p key={text}>{text}</p>
              ))}
              <PushForm pushKey={pushKey} intent="on" does={say('push.portal.do')} primary answer={answer} />
              <p className="small muted">{say('push.portal.needs_script')}</p>
            </>
          )}
        </div>
        <aside className="term">
          <h2>{say('push.portal.by_mail')}</h2>
          <p className="small">
            <a href="/subscription">{say('push.portal.to_mail')}</a>
          </p>
        </aside>
      </div>
    </Page>
  );
}
