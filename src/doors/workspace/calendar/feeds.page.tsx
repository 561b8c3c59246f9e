import { Form, useActionData, useLoaderData } from 'react-router';
import { calendarFeeds, feedInput, makeCalendarFeed, revokeCalendarFeed } from '#domains/editorial/index.ts';
import { zoneOf } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { dayIn } from '#platform/clock/day.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Head } from '#ui/head.tsx';
import { Banner, Empty } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('calendar.calendar'), to: '/workspace/calendar' }, { name: say('calendar.feeds') }],
};

export const loader = load(async ({ ctx }) => {
  const zone = await zoneOf(ctx);
  return {
    feeds: (await calendarFeeds(ctx)).map(({ id, createdAt, readAt }) => ({
      id,
      madeOn: dayIn(createdAt, zone),
      readOn: readAt && dayIn(readAt, zone),
    })),
  };
});

/** The address is in this answer and nowhere else: only its hash is kept. */
export const action = act(async ({ typed, perform, visit, url }) => {
  if (typed.fields.intent === 'revoke') {
    const input = parse(feedInput, typed.fields);
    if (isRefusal(input)) return input;
    await perform((ctx) => revokeCalendarFeed(ctx, input));
    return redirect('/workspace/calendar/feeds');
  }
  const made = await perform((ctx) => makeCalendarFeed(ctx, { query: url.search.slice(1) }));
  return isRefusal(made) ? made : { address: `${visit.origin}/hooks/calendar/${made.token}.ics` };
});

export default function Feeds() {
  const { feeds } = useLoaderData<typeof loader>();
  const made = useActionData<{ address?: string } | undefined>();
  const { say, format } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${say('calendar.feeds')} · Pregón`}</title>
      <Head
        name={say('calendar.feeds')}
        low
        voice={say('calendar.feeds_voice')}
        actions={
          <Form method="post">
            <button className="button primary" name="intent" value="make">
              {say('calendar.feed_make')}
            </button>
          </Form>
        }
      />
      {made?.address && (
        <Banner tone="warn" title={say('calendar.feed_made')}>
          <code className="key-shown">{made.address}</code>
        </Banner>
      )}
      {feeds.length === 0 ? (
        <Empty slim title={say('calendar.feed_none')} />
      ) : (
        <ul className="lines">
          {feeds.map((feed) => (
            <li key={feed.id}>
              <div className="what">
                <b>{say('calendar.feed_since', { day: format.day(feed.madeOn) })}</b>
                <small>{feed.readOn ? say('calendar.feed_read', { day: format.day(feed.readOn) }) : say('calendar.feed_never')}</small>
              </div>
              <Form method="post">
                <input type="hidden" name="feed" value={feed.id} />
                <button className="button small" name="intent" value="revoke">
                  {say('calendar.feed_revoke')}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}
