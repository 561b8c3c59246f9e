import { useLoaderData } from 'react-router';
import { campaignNews, newsAtOnce } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { Pages } from '#ui/table.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { Stories } from '../news/stories.tsx';
import { Page } from '../page.tsx';

export const loader = load(async ({ ctx, params, url }) => {
  const page = Math.min(10_000, Math.max(1, Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1));
  return { ...(await campaignNews(ctx, params.code ?? '', page)), page, atOnce: newsAtOnce };
});

/** A campaign that the portal shows: what it is for, until when, and all that was published of it. */
export default function Campaign() {
  const { campaign, news, total, page, atOnce } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  return (
    <Page title={campaign.name} description={campaign.objective} crumbs={[{ to: '/news', name: say('news.news') }]} here={campaign.name}>
      <header className="head">
        <p className="kicker">
          <b>{say('news.campaign')}</b> · {campaign.unitName}
        </p>
        <h1 className="title" lang="es">
          {campaign.name}
        </h1>
        <Voice
          sentence={say('news.campaign_voice', { count: total, from: format.day(campaign.startsOn), to: format.day(campaign.endsOn) })}
        />
        {campaign.objective && (
          <p className="lede" lang="es">
            {campaign.objective}
          </p>
        )}
      </header>
      {news.length > 0 ? <Stories news={news} /> : <p className="prose">{say('news.campaign_none')}</p>}
      {total > atOnce && (
        <Pages
          says={say('news.shown', { from: (page - 1) * atOnce + 1, to: (page - 1) * atOnce + news.length, count: total })}
          previous={page > 1 ? `?page=${page - 1}` : null}
          next={page * atOnce < total ? `?page=${page + 1}` : null}
        />
      )}
    </Page>
  );
}
