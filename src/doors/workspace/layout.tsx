import { Link, Outlet, useLoaderData, useLocation, useMatches } from 'react-router';
import { load } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { dayIn } from '#platform/clock/day.ts';
import { institutionOf, organizationPolicy } from '#domains/organization/index.ts';
import sheet from '#ui/styles/workspace-door.css?url';
import { Mark } from '#ui/mark.tsx';
import { Person } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import { FindButton } from './search/find-button.tsx';
import { LiveUpdates } from './live-updates.tsx';

export const handle = { script: true };

export const links = () => [{ rel: 'stylesheet', href: sheet }];

export const loader = load(async ({ ctx, visit }) => ({
  institution: await institutionOf(ctx),
  me: { name: visit.actor.name, position: visit.actor.position ?? '', role: visit.actor.grants[0]?.role ?? 'staff' },
  today: dayIn(visit.now, 'America/Bogota'),
  rail: rail.filter((place) => may(visit.actor, organizationPolicy[place.action])).map((place) => place.name),
}));

/** The rail's verbs and places. A place is shown to whoever may read it. */
const rail = [
  { group: 'start', name: 'home', to: '/workspace', action: 'workspace.enter' },
  { group: 'plan', name: 'plans', to: '/workspace/plans', action: 'workspace.enter' },
  { group: 'plan', name: 'measures', to: '/workspace/measures', action: 'workspace.enter' },
  { group: 'keep', name: 'outbox', to: '/workspace/outbox', action: 'outbox.read' },
  { group: 'keep', name: 'settings', to: '/workspace/settings', action: 'workspace.enter' },
] as const;

/** A page says where it is by `handle.crumbs`: from its data, the names and addresses above it, and its own name last. */
export interface Crumb {
  readonly name: string;
  readonly to?: string;
}

export default function Workspace() {
  const data = useLoaderData<typeof loader>();
  const { say } = useWords();
  return (
    <>
      <a className="skip" href="#contenido">
        {say('ui.skip')}
      </a>
      <div className="house">
        <Rail data={data} />
        <div className="room">
          <TopBar today={data.today} />
          <Outlet />
        </div>
        <TabBar />
      </div>
      <LiveUpdates />
    </>
  );
}

type Data = Awaited<ReturnType<typeof loader>>;

function Rail({ data }: { data: Data }) {
  const { say } = useWords();
  const here = useHere();
  const groups = ['start', 'plan', 'keep'] as const;
  return (
    <nav className="rail" aria-label={say('ui.main')}>
      <Link className="mark" to="/workspace">
        <Mark />
      </Link>
      <p className="institution">
        {data.institution.kind} {data.institution.name}
      </p>
      {groups.map((group) => {
        const places = rail.filter((place) => place.group === group && data.rail.includes(place.name));
        return (
          places.length > 0 && (
            <div key={group}>
              <h2 className={group === 'start' ? 'sr' : undefined}>{say(`workspace.rail.${group}`)}</h2>
              <ul>
                {places.map((place) => (
                  <li key={place.name}>
                    <Link to={place.to} aria-current={here === place.to ? 'page' : undefined}>
                      {say(`workspace.rail.${place.name}`)}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
      <div className="me">
        <Link className="quiet" to="/workspace/me/security">
          <Person name={data.me.name} more={data.me.position || say(`organization.role.${data.me.role}`)} />
        </Link>
      </div>
    </nav>
  );
}

function TopBar({ today }: { today: string }) {
  const { say, format } = useWords();
  const crumbs = useCrumbs();
  return (
    <header className="bar">
      <Link className="mark" to="/workspace" aria-label={say('workspace.rail.home')}>
        <Mark name={null} />
      </Link>
      <nav aria-label={say('ui.where')}>
        <ol className="crumbs">
          {crumbs.map((crumb, index) => (
            <li key={crumb.name}>
              {crumb.to && index < crumbs.length - 1 ? (
                <Link to={crumb.to}>{crumb.name}</Link>
              ) : (
                <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>{crumb.name}</span>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <FindButton />
      <time className="today" dateTime={today}>
        {format.weekday(today)}
      </time>
    </header>
  );
}

function TabBar() {
  const { say } = useWords();
  const here = useHere();
  return (
    <nav className="tabbar" aria-label={say('ui.main_small')}>
      {rail
        .filter(({ name }) => name !== 'outbox' && name !== 'measures')
        .map((place) => (
          <Link key={place.name} to={place.to} aria-current={here === place.to ? 'page' : undefined}>
            {say(`workspace.rail.${place.name}`)}
          </Link>
        ))}
      <Link to="/workspace/me/security">{say('workspace.rail.me')}</Link>
    </nav>
  );
}

/** The place of the rail that the page belongs to: the longest address that begins its own. */
function useHere(): string | undefined {
  // Activities and indicators are parts of a plan with addresses of their own.
  const pathname = useLocation().pathname.replace(/^\/workspace\/(activities|indicators)\//, '/workspace/plans/');
  const begun = rail.filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return begun.toSorted((one, other) => other.to.length - one.to.length)[0]?.to;
}

function useCrumbs(): Crumb[] {
  const { say } = useWords();
  const page = useMatches().at(-1);
  const crumbs = (page?.handle as { crumbs?: (data: never, say: ReturnType<typeof useWords>['say']) => Crumb[] } | undefined)?.crumbs;
  return page && page.loaderData !== undefined && crumbs ? crumbs(page.loaderData as never, say) : [];
}
