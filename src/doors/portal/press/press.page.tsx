import { useLoaderData } from 'react-router';
import { countSince, pressKinds, wholeNews } from '#domains/editorial/index.ts';
import { institutionOf } from '#domains/organization/index.ts';
import { publicPlans } from '#domains/plan/index.ts';
import { dayIn } from '#platform/clock/day.ts';
import { wallClock } from '#platform/clock/wall-clock.ts';
import { load } from '#platform/http/page.ts';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';
import { usePortal } from '../portal.ts';

const shown = 20;

export const loader = load(async ({ ctx, visit }) => {
  const { zone } = await institutionOf(ctx);
  const month = `${dayIn(visit.now, zone).slice(0, 7)}-01`;
  const [releases, thisMonth, plans] = await Promise.all([
    wholeNews(ctx, shown, pressKinds),
    countSince(ctx, wallClock(`${month}T00:00`, zone), pressKinds),
    publicPlans(ctx),
  ]);
  return {
    releases: releases.map(({ html: _, text: __, ...release }) => release),
    thisMonth,
    plan: plans[0]?.plan.code ?? null,
  };
});

/** What a journalist comes for: the releases, whom to call, and what to make a story with. */
export default function Press() {
  const { releases, thisMonth, plan } = useLoaderData<typeof loader>();
  const { say, format, now } = useWords();
  const { institution } = usePortal() ?? {};
  const voice = say(releases.length === 0 ? 'news.press.none' : 'news.press.voice', { count: thisMonth });
  return (
    <Page title={say('news.press')} description={voice.replaceAll('**', '')} here={say('news.press')}>
      <header className="head headline">
        <h1 className="kicker">{say('news.press_room')}</h1>
        <Voice sentence={voice} />
      </header>
      <div className="desk">
        <section className="section" aria-labelledby="comunicados">
          <header>
            <h2 id="comunicados">{say('news.releases')}</h2>
            {releases.length > 0 && <a href="/news?kind=press_release">{say('news.all_releases')}</a>}
          </header>
          {releases.length === 0 && <p>{say('news.press.none_how')}</p>}
          <ul className="releases">
            {releases.map((one) => (
              <li key={one.dispatch}>
                <time dateTime={new Date(one.publishedAt).toISOString()}>
                  {format.ago(one.publishedAt, now)}, {format.time(one.publishedAt)}
                </time>
                <div>
                  <h3 lang="es">
                    <a className="quiet" href={`/news/${one.slug}`}>
                      {one.title}
                    </a>
                  </h3>
                  <p className="small muted">
                    {[one.unitName, ...one.media.map((kind) => say(`news.with.${kind}`))].filter(Boolean).join(' · ')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
        <aside>
          {institution && (institution.phone || institution.email) && (
            <section className="contact" aria-labelledby="contacto">
              <h2 id="contacto">{say('news.call')}</h2>
              {institution.phone && (
                <p>
                  <a className="tel" href={`tel:${institution.phone.replace(/[^+\d]/g, '')}`}>
                    {institution.phone}
                  </a>
                </p>
              )}
              {institution.email && (
                <p>
                  <a className="button primary" href={`mailto:${institution.email}?subject=${encodeURIComponent(say('news.ask_subject'))}`}>
                    {say('news.ask')}
                  </a>
                </p>
              )}
              <p className="small">{say('news.contact_of_each')}</p>
            </section>
          )}
          <section className="section" aria-labelledby="kit">
            <header>
              <h2 id="kit">{say('news.kit')}</h2>
            </header>
            <ul className="kit">
              {institution?.emblem && (
                <li>
                  <a href={`/files/${institution.emblem}`} download>
                    {say('news.emblem')}
                  </a>
                </li>
              )}
              {plan && (
                <li>
                  <a href={`/plan/${plan}/data.csv`}>{say('news.figures')}</a>
                  <span className="muted small">CSV</span>
                </li>
              )}
              <li>
                <a href="/feeds/press_release/rss">{say('news.by_feed')}</a>
                <span className="muted small">RSS</span>
              </li>
            </ul>
          </section>
        </aside>
      </div>
    </Page>
  );
}
