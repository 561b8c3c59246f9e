import { useLoaderData, useSearchParams } from 'react-router';
import {
  askAboutOwnData,
  dataRequestKinds,
  forgetVisits,
  ownData,
  ownDataRequestInput,
  preferencesInput,
  preferencesOf,
  rememberVisits,
  setPreferences,
  stopByLink,
  visitSeconds,
  whoVisits,
} from '#domains/audiences/index.ts';
import { longestCookie, pushBrowserCookie, pushNoCookie, readCookie, setCookie } from '#platform/http/cookies.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { limit } from '#platform/http/rate-limit.ts';
import { isRefusal } from '#platform/refusal.ts';
import { Choices } from '#ui/choices.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FormRefusal, TextAreaField } from '#ui/field.tsx';
import { PushOffer } from '#ui/push-offer.tsx';
import { Banner } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '#ui/answer.ts';
import { Page } from '../page.tsx';
import { visitCookie } from './visit-cookie.ts';
import { VisitsSwitch } from './visits-switch.tsx';

export const loader = load(async ({ ctx, params, request, url, visit }) => {
  const { contact, purposes, consents, visits } = await preferencesOf(ctx, params.key ?? '');
  const kept = readCookie(request, visitCookie);
  const here = kept !== undefined && whoVisits(visit.app.vault, kept, visit.now)?.contact === contact.id;
  return {
    name: contact.name,
    staff: contact.kind === 'staff',
    stopped: contact.stopped,
    held: contact.purposes.filter((code) => purposes.some((purpose) => purpose.code === code)),
    visits: visits && (visits.on || !contact.stopped) ? { text: visits.purpose.text, on: visits.on, here } : null,
    purposes: purposes.map(({ code, name, text }) => ({ value: code, label: name, more: text })),
    consents: consents.map(({ id, purposeName, number, act: did, at, channel }) => ({ id, purposeName, number, did, at, channel })),
    data: await ownData(ctx, { ...contact }),
    kinds: dataRequestKinds,
    // Once, to who just subscribed; never where notices are on, or were declined.
    offersPush:
      url.searchParams.get('done') === 'subscribed' &&
      readCookie(request, pushBrowserCookie) === undefined &&
      readCookie(request, pushNoCookie) === undefined,
  };
});

export const action = act(async ({ typed, perform, params, visit }) => {
  const tooMany = await limit(visit, 'public_form', visit.addressKey);
  if (tooMany) return tooMany;
  const key = params.key ?? '';
  const back = (done: string, cookie?: string) =>
    redirect(`/subscription/mine/${key}?done=${done}`, { status: 303, headers: cookie === undefined ? {} : { 'set-cookie': cookie } });
  const leave = setCookie(visit, visitCookie, '', 0);
  if (typed.fields.intent === 'stop') {
    const stopped = await perform((ctx) => stopByLink(ctx, key));
    return isRefusal(stopped) ? stopped : back('stopped', leave);
  }
  if (typed.fields.intent === 'visits') {
    if (!typed.fields.visits) {
      await perform((ctx) => forgetVisits(ctx, key));
      return back('visits_forgotten', leave);
    }
    const on = await perform((ctx) => rememberVisits(ctx, key));
    return isRefusal(on) ? on : back('visits_remembered', setCookie(visit, visitCookie, on.cookie, visitSeconds));
  }
  if (typed.fields.intent === 'push-no')
    return redirect(`/subscription/mine/${key}`, {
      status: 303,
      headers: { 'set-cookie': setCookie(visit, pushNoCookie, 'no', longestCookie) },
    });
  if (typed.fields.intent === 'ask') {
    const input = parse(ownDataRequestInput, typed.fields);
    if (isRefusal(input)) return input;
    const asked = await perform((ctx) => askAboutOwnData(ctx, key, input));
    return isRefusal(asked) ? asked : redirect(`/subscription/mine/${key}?done=asked&number=${asked.id}&day=${asked.dueOn}`, 303);
  }
  const input = parse(preferencesInput, typed.fields);
  if (isRefusal(input)) return input;
  await perform((ctx) => setPreferences(ctx, key, input));
  return back('saved');
});

/** A contact's own page, without a password: what he receives, what is known of him, and what he may ask. */
export default function Preferences() {
  const { name, staff, stopped, held, purposes, visits, consents, data, kinds, offersPush } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const answer = useAnswer();
  const title = say('audiences.own.title');
  return (
    <Page title={answer ? say('audiences.portal.error_title', { title }) : title} here={title} className="mine" unlisted>
      <ErrorSummary answer={answer} fields={['purposes', 'kind', 'said']} />
      <Done />
      <h1 className="title">{name ? say('audiences.own.hello', { name }) : title}</h1>
      <p className="lede">
        {stopped
          ? say('audiences.own.is_stopped')
          : held.length === 0
            ? say('audiences.own.nothing')
            : say('audiences.own.receives', { count: held.length })}
      </p>
      {offersPush && (
        <PushOffer says={say('push.portal.after_mail')}>
          <a className="button" href="/subscription/browser">
            {say('push.portal.after_mail_do')}
          </a>
        </PushOffer>
      )}
      <form method="post" id="purposes">
        <FormRefusal answer={answer} />
        <Choices
          name="purposes"
          several
          legend={say('audiences.own.purposes')}
          hint={say('audiences.own.purposes_hint')}
          options={purposes}
          chosen={held}
        />
        <p className="actions">
          <button className="button primary" name="intent" value="save">
            {say('audiences.own.save')}
          </button>
          {!stopped && (
            <button className="button" name="intent" value="stop">
              {say('audiences.own.stop')}
            </button>
          )}
        </p>
        {staff && <p className="small muted">{say('audiences.own.staff')}</p>}
      </form>
      {visits && <VisitsSwitch {...visits} />}
      <section aria-labelledby="data">
        <h2 id="data">{say('audiences.own.data')}</h2>
        <p className="said">{data}</p>
        {consents.length > 0 && (
          <>
            <h3>{say('audiences.own.history')}</h3>
            <ul>
              {consents.map(({ id, purposeName, number, did, at, channel }) => (
                <li key={id}>
                  {say('audiences.own.line', {
                    day: format.instant(at),
                    did: say(`audiences.own.did_${did}`),
                    purpose: purposeName,
                    number: String(number),
                    how: say(`audiences.by.${channel}`),
                  })}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section aria-labelledby="ask">
        <h2 id="ask">{say('audiences.own.ask')}</h2>
        <p>{say('audiences.own.ask_how')}</p>
        <form method="post">
          <div id="kind">
            <Choices
              name="kind"
              legend={say('audiences.own.kind')}
              options={kinds.map((kind) => ({
                value: kind,
                label: say(`audiences.data.${kind}`),
                more: say(`audiences.data.${kind}_more`),
              }))}
              answer={answer}
            />
          </div>
          <TextAreaField name="said" id="said" label={say('audiences.own.said')} optional rows={4} maxLength={4000} answer={answer} />
          <p className="actions">
            <button className="button" name="intent" value="ask">
              {say('audiences.own.ask_do')}
            </button>
          </p>
        </form>
      </section>
    </Page>
  );
}

function Done() {
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const done = params.get('done');
  if (!done || !['subscribed', 'saved', 'stopped', 'asked', 'visits_remembered', 'visits_forgotten'].includes(done)) return null;
  const day = params.get('day') ?? '';
  return (
    <Banner tone="good">
      {done === 'asked' && /^\d{4}-\d\d-\d\d$/.test(day)
        ? say('audiences.own.done_asked', { number: params.get('number') ?? '', day: format.weekday(day) })
        : say(`audiences.own.done_${done}`)}
    </Banner>
  );
}
