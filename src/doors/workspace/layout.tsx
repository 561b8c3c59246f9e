import { Link, Outlet, useLoaderData, useMatches } from 'react-router';
import { load } from '#platform/http/page.ts';
import { dayIn } from '#platform/clock/day.ts';
import { institutionOf, zoneOf } from '#domains/organization/index.ts';
import sheet from '#ui/styles/workspace-door.css?url';
import { Mark } from '#ui/mark.tsx';
import { useWords } from '#ui/words.tsx';
import { FindButton } from './search/find-button.tsx';
import { LiveUpdates } from './live-updates.tsx';
import { placesOf } from './places.ts';
import { Rail, TabBar } from './rail.tsx';
import { waiting } from './waiting.ts';

export const handle = { script: true };

export const links = () => [{ rel: 'stylesheet', href: sheet }];

export const loader = load(async ({ ctx, visit }) => ({
  institution: await institutionOf(ctx),
  me: { name: visit.actor.name, position: visit.actor.position ?? '', role: visit.actor.grants[0]?.role ?? 'staff' },
  today: dayIn(visit.now, await zoneOf(ctx)),
  places: placesOf(visit.actor),
  counts: await waiting(ctx, visit.actor),
}));

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
        <Rail
          places={data.places}
          counts={data.counts}
          institution={[data.institution.kind, data.institution.name].filter(Boolean).join(' ')}
          me={data.me}
        />
        <div className="room">
          <TopBar today={data.today} />
          <Outlet />
        </div>
        <TabBar places={data.places} />
      </div>
      <LiveUpdates />
    </>
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

function useCrumbs(): Crumb[] {
  const { say } = useWords();
  const page = useMatches().at(-1);
  const crumbs = (page?.handle as { crumbs?: (data: never, say: ReturnType<typeof useWords>['say']) => Crumb[] } | undefined)?.crumbs;
  return page && page.loaderData !== undefined && crumbs ? crumbs(page.loaderData as never, say) : [];
}
