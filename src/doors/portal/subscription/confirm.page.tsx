import { useLoaderData } from 'react-router';
import { confirmSubscription, readSubscription } from '#domains/audiences/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';

export const loader = load(async ({ ctx, params }) => {
  const { texts } = await readSubscription(ctx, params.token ?? '');
  return { texts: texts.map(({ code, name, text }) => ({ code, name, text })) };
});

export const action = act(async ({ perform, params, visit }) => {
  const done = await perform((ctx) => confirmSubscription(ctx, params.token ?? '', { origin: visit.origin }));
  return isRefusal(done) ? done : redirect(`${done.path}?done=subscribed`, 303);
});

/** Opening the letter's link changes nothing, because programs that look at mail open links too: only the button does. */
export default function Confirm() {
  const { texts } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const title = say('audiences.portal.confirm');
  return (
    <Page title={title} here={title} unlisted>
      <h1 className="title">{title}</h1>
      <p className="lede">{say('audiences.portal.confirm_lede')}</p>
      <ul>
        {texts.map(({ code, name, text }) => (
          <li key={code}>
            <b>{name}.</b> {text}
          </li>
        ))}
      </ul>
      <form method="post">
        <p className="actions">
          <button className="button primary">{say('audiences.portal.confirm_do')}</button>
        </p>
      </form>
    </Page>
  );
}
