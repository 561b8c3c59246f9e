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
  const { campaign, lines, spends, results, news, total, page, atOnce } = useLoaderData<typeof loader>();
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
      {lines.length > 0 && (
        <section className="section" aria-labelledby="dice">
          <header>
            <h2 id="dice">{say('news.campaign_says')}</h2>
          </header>
          <ul className="wire" lang="es">
            {lines.map(({ line, detail }) => (
              <li key={line}>
                <b>{line}</b>
                {detail && <p>{detail}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {(spends.length > 0 || campaign.budget > 0) && (
        <section className="section" aria-labelledby="cuesta">
          <header>
            <h2 id="cuesta">{say('news.campaign_costs')}</h2>
            <span className="small muted">
              {say('news.campaign_spent', { spent: format.money(campaign.spent), budget: format.money(campaign.budget) })}
            </span>
          </header>
          {spends.length > 0 && (
            <div className="records" tabIndex={0} role="region" aria-labelledby="cuesta">
              <table>
                <thead>
                  <tr>
                    <th scope="col">{say('news.spend.concept')}</th>
                    <th scope="col">{say('news.spend.supplier')}</th>
                    <th scope="col">{say('news.spend.contract')}</th>
                    <th scope="col">{say('news.spend.day')}</th>
                    <th scope="col" className="num">
                      {say('news.spend.amount')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {spends.map((spend) => (
                    <tr key={`${spend.contract} ${spend.spentOn} ${spend.amount} ${spend.concept}`}>
                      <td lang="es">{spend.concept}</td>
                      <td>{spend.supplier}</td>
                      <td>{spend.contract}</td>
                      <td>{format.day(spend.spentOn)}</td>
                      <td className="num">{format.money(Number(spend.amount))}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
      )}
      {(results.length > 0 || campaign.report) && (
        <section className="section" aria-labelledby="trajo">
          <header>
            <h2 id="trajo">{say('news.campaign_brought')}</h2>
          </header>
          {campaign.report && (
            <p className="prose" lang="es">
              {campaign.report}
            </p>
          )}
          <ul className="wire" lang="es">
            {results.map(({ name, value, unit, note }) => (
              <li key={name}>
                <b>{format.number(Number(value))}</b> {unit}: {name}
                {note && <p>{note}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
