import { Link, useLoaderData } from 'react-router';
import { countWaitingRequests, editorialPolicy, splashFor, waitingReviews } from '#domains/editorial/index.ts';
import { zoneOf } from '#domains/organization/index.ts';
import { home, homeVoice, type Commitment } from '#domains/metrics/index.ts';
import { load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { Timeline } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';
import { AskedRow } from './editorial/review/asked-steps.tsx';
import { figureIn } from './work/figures.tsx';
import { PlanStanding } from './work/plan-standing.tsx';
import { periodName } from './work/periods.ts';
import { spoken } from './work/spoken.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: (_: Data, say: (key: string) => string) => [{ name: say('workspace.rail.home') }],
  topics: ({ board }: Data) => ['reviews', 'requests', ...(board ? [`plan:${board.plan.id}`] : [])],
};

export const loader = load(async ({ ctx, visit }) => {
  const splash = await splashFor(ctx);
  if (splash !== undefined) throw redirect(`/intranet/splash/${splash}?then=/workspace`);
  const [found, pieces, requests] = await Promise.all([
    home(ctx),
    may(visit.actor, editorialPolicy['pieces.review']) ? waitingReviews(ctx) : null,
    may(visit.actor, editorialPolicy['requests.triage']) ? countWaitingRequests(ctx) : { open: 0, late: 0 },
  ]);
  const reviews = pieces?.forMe ?? [];
  const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hour12: false, timeZone: await zoneOf(ctx) }).format(visit.now));
  const toDecide = found.toDecide.versions.length + found.toDecide.readings.length + reviews.length;
  const { board } = found;
  return {
    ...found,
    reviews,
    requests,
    now: visit.now,
    name: visit.actor.name,
    board: board && { plan: board.plan, advance: board.advance, lights: board.lights },
    voice: homeVoice({ name: visit.actor.name.split(' ')[0]!, hour, toDecide, late: found.late.length, soon: found.soon.length }),
  };
});

export default function Home() {
  const { late, soon, toDecide, reviews, requests, board, changes, today, now, name, voice } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const waiting = toDecide.versions.length + toDecide.readings.length + reviews.length;
  return (
    <main className="page" id="contenido">
      <title>{`${say('workspace.rail.home')} · Pregón`}</title>
      <Head
        name={say('work.home_of', { name })}
        voice={spoken(say, format, voice)}
        actions={
          board && (
            <Link className="button primary" to={`/workspace/plans/${board.plan.id}`}>
              {say('work.open_board')}
            </Link>
          )
        }
      />
      <div className="two">
        <div>
          <Section title={say('work.to_decide')} count={waiting} id="decide">
            {waiting === 0 && requests.open === 0 ? (
              <Empty slim title={say('work.nothing_to_decide')}>
                {say('work.nothing_to_decide_how')}
              </Empty>
            ) : (
              <ul className="lines">
                {requests.open > 0 && (
                  <li>
                    <Link className="quiet what" to="/workspace/requests">
                      <b>{say('work.requests_open', { count: requests.open })}</b>
                      <small className={requests.late > 0 ? 'late' : undefined}>
                        {say('work.requests_late', { count: requests.late })}
                      </small>
                    </Link>
                    <Link className="button small" to="/workspace/requests">
                      {say('work.look')}
                    </Link>
                  </li>
                )}
                {reviews.map((step) => (
                  <AskedRow key={`r${step.step}`} step={step} whose="mine" />
                ))}
                {toDecide.versions.map((version) => (
                  <li key={`v${version.id}`}>
                    <Link className="quiet what" to={`/workspace/plans/${version.plan}/versions`}>
                      <b>{version.of.title}</b>
                      <small>{say('work.version_to_approve', { number: version.number })}</small>
                    </Link>
                    <Link className="button small" to={`/workspace/plans/${version.plan}/versions`}>
                      {say('work.look')}
                    </Link>
                  </li>
                ))}
                {toDecide.readings.map((reading) => (
                  <li key={reading.reading}>
                    <Link className="quiet what" to={`/workspace/indicators/${reading.item}#readings`}>
                      <b>{reading.title}</b>
                      <small>
                        {say('work.reading_to_decide', {
                          value: figureIn(format, reading.value, reading.figureUnit),
                          period: periodName(say, format, reading),
                          name: reading.personName ?? say('work.a_system'),
                        })}
                      </small>
                    </Link>
                    <Link className="button small" to={`/workspace/indicators/${reading.item}#readings`}>
                      {say('work.look')}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section title={say('work.late')} count={<span className={late.length > 0 ? 'late' : undefined}>{late.length}</span>} id="late">
            {late.length === 0 ? (
              <Empty slim title={say('work.nothing_late')}>
                {say('work.nothing_late_how')}
              </Empty>
            ) : (
              <Commitments commitments={late} today={today} />
            )}
          </Section>
          <Section title={say('work.soon')} count={soon.length} id="soon">
            {soon.length === 0 ? (
              <Empty slim title={say('work.nothing_soon')}>
                {say('work.nothing_soon_how')}
              </Empty>
            ) : (
              <Commitments commitments={soon} today={today} />
            )}
          </Section>
        </div>
        <aside>
          <PlanStanding board={board} />
          <Section title={say('work.changed')}>
            {changes.length === 0 ? (
              <p className="notes small muted">{say('work.nothing_changed')}</p>
            ) : (
              <Timeline
                moments={changes.map((change, index) => ({
                  key: change.id,
                  now: index === 0,
                  when: format.ago(change.at, now) === say('work.today') ? format.time(change.at) : format.ago(change.at, now),
                  what: (
                    <>
                      {say(`work.change.${change.name}`, { name: change.actorName ?? say('work.a_system') })}{' '}
                      <Link to={addressOf(change)}>{change.title ?? say('work.the_plan')}</Link>
                    </>
                  ),
                }))}
              />
            )}
          </Section>
        </aside>
      </div>
    </main>
  );
}

function addressOf({ kind, item, plan }: Data['changes'][number]): string {
  if (kind === 'activity') return `/workspace/activities/${item}`;
  if (kind === 'indicator') return `/workspace/indicators/${item}`;
  return plan === null ? '/workspace/plans' : `/workspace/plans/${plan}`;
}

function Commitments({ commitments, today }: { commitments: readonly Commitment[]; today: string }) {
  const { say, format } = useWords();
  return (
    <ul className="lines">
      {commitments.map((one) => {
        const to = one.kind === 'activity' ? `/workspace/activities/${one.item}#report` : `/workspace/indicators/${one.item}#take`;
        return (
          <li key={`${one.kind} ${one.item}`}>
            <Link className="quiet what" to={to}>
              <b>{one.title}</b>
              <small>
                {[
                  one.kind === 'activity' ? say('work.activity_number', { number: one.number }) : say('work.reading'),
                  one.unitName,
                  one.times > 1 && say('work.times_late', { count: one.times }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </Link>
            {one.daysLate > 0 ? (
              <span className="late">{say('work.days_late', { count: one.daysLate })}</span>
            ) : (
              <span className="muted">{say('work.due_on', { day: format.shortDay(one.dueOn, today) })}</span>
            )}
            <Link className="button small" to={to}>
              {say(one.kind === 'activity' ? 'work.report' : 'work.take')}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
