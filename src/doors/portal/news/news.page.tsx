import { useLoaderData, useSearchParams } from 'react-router';
import { listNews, newsAtOnce, newsCounted, newsFilterInput } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { Pages } from '#ui/table.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';
import { NewsFilters } from './news-filters.tsx';
import { newsVoice } from './news-voice.ts';
import { Stories } from './stories.tsx';

export const loader = load(async ({ ctx, url }) => {
  const filter = newsFilterInput.parse(Object.fromEntries(url.searchParams));
  return { ...(await listNews(ctx, filter)), filter, atOnce: newsAtOnce, counted: newsCounted };
});

/** All that the institution published, with what narrows it. */
export default function News() {
  const { news, total, options, months, filter, atOnce, counted } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const { page, ...narrowed } = filter;
  const voice = newsVoice(
    { total, counted, narrowed: Object.values(narrowed).some(Boolean), search: filter.q ?? '', last: news[0]?.publishedAt ?? null, page },
    format,
  );
  const sentence = say(voice.key, voice.vars);
  const at = (number: number) =>
    `?${new URLSearchParams([...[...params].filter(([name, value]) => name !== 'page' && value !== ''), ['page', String(number)]])}`;
  return (
    <Page
      title={say('news.news')}
      description={sentence.replaceAll('**', '')}
      here={say('news.news')}
      unlisted={Object.values(narrowed).some(Boolean)}
    >
      <header className="head">
        <h1 className="kicker">{say('news.news')}</h1>
        <Voice sentence={sentence} />
      </header>
      <div className="shelf">
        <div>
          {news.length > 0 ? (
            <Stories news={news} />
          ) : (
            <p className="prose">{say(total === 0 && !Object.values(narrowed).some(Boolean) ? 'news.none_how' : 'news.none_found_how')}</p>
          )}
          {total > atOnce && (
            <Pages
              says={say(total > counted && Object.values(narrowed).some(Boolean) ? 'news.shown_beyond' : 'news.shown', {
                from: (page - 1) * atOnce + 1,
                to: (page - 1) * atOnce + news.length,
                count: Object.values(narrowed).some(Boolean) ? Math.min(total, counted) : total,
              })}
              previous={page > 1 ? at(page - 1) : null}
              next={page * atOnce < total ? at(page + 1) : null}
            />
          )}
        </div>
        <aside>
          <NewsFilters filter={filter} options={options} months={months} />
          <p className="small feeds">
            {say('news.follow')} <a href="/feed.rss">RSS</a> <a href="/feed.atom">Atom</a> <a href="/feed.json">JSON</a>
          </p>
        </aside>
      </div>
    </Page>
  );
}
