import { Link, useLoaderData } from 'react-router';
import { home } from '#domains/metrics/index.ts';
import { agreementTexts, currentAgreement } from '#domains/organization/index.ts';
import { houseFront, splashFor } from '#domains/editorial/index.ts';
import { load, redirect } from '#platform/http/page.ts';
import { Empty } from '#ui/said-back.tsx';
import { Figure } from '#ui/figure.tsx';
import { Section } from '#ui/section.tsx';
import { Progress } from '#ui/time.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { FrontNews } from './front-news.tsx';
import { HouseList, minutesOf } from './house-list.tsx';

export const loader = load(async ({ ctx, visit }) => {
  const splash = await splashFor(ctx);
  if (splash !== undefined) throw redirect(`/intranet/splash/${splash}?then=/intranet`);
  const [{ late, soon, board }, texts, signed, front] = await Promise.all([
    home(ctx),
    agreementTexts(ctx),
    visit.actor.id ? currentAgreement(ctx, visit.actor.id) : null,
    houseFront(ctx),
  ]);
  return {
    name: visit.actor.name,
    commitments: [...late, ...soon],
    late: late.length,
    plan: board && { title: board.plan.title, code: board.plan.code, advance: board.advance },
    agreement: texts.length === 0 ? ('none' as const) : signed ? ('signed' as const) : ('owed' as const),
    expires: signed?.expiresOn ?? null,
    front,
  };
});

/** What a servant or contractor finds on coming in: what is his to do, and how the institution's plan goes. */
export default function Home() {
  const { name, commitments, late, plan, agreement, expires, front } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const first = name.split(' ')[0] ?? name;
  const owed = commitments.length + (agreement === 'owed' ? 1 : 0) + front.owed.length;
  return (
    <main className="floor" id="contenido">
      <title>{`${say('intranet.place.home')} · ${say('intranet.title')}`}</title>
      <header className="head">
        <h1>{say('intranet.home_of', { name: first })}</h1>
        <Voice sentence={say(late > 0 ? 'intranet.voice_late' : 'intranet.voice', { name: first, count: late > 0 ? late : owed })} />
      </header>
      <div className="two">
        <div>
          <Section title={say('intranet.owed')} count={owed}>
            {owed === 0 ? (
              <Empty slim title={say('intranet.nothing')}>
                {say('intranet.nothing_how')}
              </Empty>
            ) : (
              <ul className="owed">
                {agreement === 'owed' && (
                  <li>
                    <div>
                      <b>{say('intranet.sign')}</b>
                      <small>{say('intranet.sign_why')}</small>
                    </div>
                    <span />
                    <a className="button primary" href="/workspace/settings/agreements/sign">
                      {say('intranet.sign_button')}
                    </a>
                  </li>
                )}
                {front.owed.map((item) => (
                  <li key={item.dispatch}>
                    <div>
                      <b>{item.title}</b>
                      <small>
                        {[say(`pieces.kind.${item.kind}`), item.unitName, say('intranet.minutes', { count: minutesOf(item.words) })]
                          .filter(Boolean)
                          .join(' · ')}
                      </small>
                    </div>
                    <span />
                    <Link className="button" to={`/intranet/news/${item.slug}`}>
                      {say('intranet.read')} <span className="sr">{item.title}</span>
                    </Link>
                  </li>
                ))}
                {commitments.map((one) => (
                  <li key={`${one.kind} ${one.item}`}>
                    <div>
                      <b>{one.title}</b>
                      <small>{[say(`intranet.kind.${one.kind}`), one.unitName].filter(Boolean).join(' · ')}</small>
                    </div>
                    <span className={one.daysLate > 0 ? 'late' : 'soon'}>
                      {one.daysLate > 0
                        ? say('intranet.days_late', { count: one.daysLate })
                        : say('intranet.until', { day: format.shortDay(one.dueOn) })}
                    </span>
                    <a
                      className="button"
                      href={one.kind === 'activity' ? `/workspace/activities/${one.item}` : `/workspace/indicators/${one.item}`}
                    >
                      {say('intranet.report')}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          {front.news.length > 0 && (
            <Section title={say('intranet.news')} more={<Link to="/intranet/news">{say('intranet.news_all')}</Link>}>
              <FrontNews items={front.news} />
            </Section>
          )}
        </div>
        <aside>
          {front.board.length > 0 && (
            <Section title={say('intranet.board')}>
              <HouseList items={front.board} leads />
            </Section>
          )}
          {front.resources.length > 0 && (
            <Section title={say('intranet.resources')} more={<Link to="/intranet/resources">{say('intranet.news_all')}</Link>}>
              <ul className="pairs">
                {front.resources.map((item) => (
                  <li key={item.dispatch}>
                    <Link to={`/intranet/news/${item.slug}`}>{item.title}</Link>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {plan && (
            <Section title={say('intranet.plan')}>
              <div className="next">
                {plan.advance && (
                  <Figure
                    value={format.number(Math.round(plan.advance.progress))}
                    unit="%"
                    more={say('intranet.plan_due', { due: format.percent(Math.round(plan.advance.due)) })}
                  />
                )}
                {plan.advance && (
                  <Progress at={plan.advance.progress} due={plan.advance.due} label={format.percent(Math.round(plan.advance.progress))} />
                )}
                <p>
                  <a href={`/plan/${plan.code}`}>{plan.title}</a>
                </p>
              </div>
            </Section>
          )}
          {agreement === 'signed' && (
            <Section title={say('intranet.agreement')}>
              <p className="next">{say('intranet.agreement_until', { day: format.day(expires!) })}</p>
            </Section>
          )}
        </aside>
      </div>
    </main>
  );
}
