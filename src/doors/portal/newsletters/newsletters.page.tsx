import { useLoaderData } from 'react-router';
import { listNews, newsAtOnce } from '#domains/editorial/index.ts';
import { dayIn } from '#platform/clock/day.ts';
import { load } from '#platform/http/page.ts';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';

export const loader = load(async ({ ctx, url }) => {
  const page = Math.min(10_000, Math.max(1, Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1));
  const { news, total } = await listNews(ctx, { page }, ['newsletter']);
  return { issues: news, total, page };
});

/** Every number of the newsletter, each at an address that stays, and how to get the next ones. */
export default function Newsletters() {
  const { issues, total, page } = useLoaderData<typeof loader>();
  const { say, format, now } = useWords();
  const voice = say(total === 0 ? 'newsletters.archive_none' : 'newsletters.archive_voice', {
    count: total,
    ...(issues[0] ? { when: format.day(dayIn(new Date(issues[0].publishedAt), format.zone)) } : {}),
  });
  return (
    <Page title={say('newsletters.archive')} description={voice.replaceAll('**', '')} here={say('newsletters.archive')}>
      <header className="head headline">
        <h1 className="kicker">{say('newsletters.archive')}</h1>
        <Voice sentence={voice} />
        <p className="actions">
          <a className="button primary" href="/subscription">
            {say('newsletters.subscribe')}
          </a>
          <a className="button" href="/feeds/newsletter/rss">
            {say('newsletters.feed')}
          </a>
        </p>
      </header>
      {total > 0 && (
        <section className="section" aria-labelledby="numeros">
          <header>
            <h2 id="numeros">{say('newsletters.numbers')}</h2>
            <span className="count">{format.number(total)}</span>
          </header>
          <ul className="releases">
            {issues.map((one) => (
              <li key={one.dispatch}>
                <time dateTime={new Date(one.publishedAt).toISOString()}>{format.ago(one.publishedAt, now)}</time>
                <div lang="es">
                  <h3>
                    <a className="quiet" href={`/news/${one.slug}`}>
                      {one.title}
                    </a>
                  </h3>
                  {one.lead && <p className="small muted">{one.lead}</p>}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {total > newsAtOnce && (
        <nav className="pages" aria-label={say('newsletters.numbers')}>
          {page > 1 && <a href={`?page=${page - 1}`}>{say('newsletters.later')}</a>}
          {page * newsAtOnce < total && <a href={`?page=${page + 1}`}>{say('newsletters.earlier')}</a>}
        </nav>
      )}
    </Page>
  );
}
