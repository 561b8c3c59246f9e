import { Link, useLocation } from 'react-router';
import { Mark } from '#ui/mark.tsx';
import { Person } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import type { placesOf } from './places.ts';

type Places = ReturnType<typeof placesOf>;

interface Props {
  readonly places: Places;
  /** What waits in a place, by its name; `hot`: some of it is late. */
  readonly counts: Readonly<Record<string, { readonly count: number; readonly hot: boolean }>>;
}

const groups = ['start', 'plan', 'do', 'spread', 'keep'] as const;

/** The way through the workspace: verbs, and the places where each is done. */
export function Rail({
  places,
  counts,
  institution,
  me,
}: Props & { institution: string; me: { name: string; position: string; role: string } }) {
  const { say } = useWords();
  const here = useHere(places);
  return (
    <nav className="rail" aria-label={say('ui.main')}>
      <Link className="mark" to="/workspace">
        <Mark />
      </Link>
      <p className="institution">{institution}</p>
      {groups.map((group) => {
        const within = places.filter((place) => place.group === group);
        return (
          within.length > 0 && (
            <div key={group}>
              <h2 className={group === 'start' ? 'sr' : undefined}>{say(`workspace.rail.${group}`)}</h2>
              <ul>
                {within.map((place) => (
                  <li key={place.name}>
                    <Link to={place.to} aria-current={here === place.to ? 'page' : undefined}>
                      {say(`workspace.rail.${place.name}`)}
                      <Waiting at={counts[place.name]} />
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
          <Person name={me.name} more={me.position || say(`organization.role.${me.role}`)} />
        </Link>
      </div>
    </nav>
  );
}

function Waiting({ at }: { at: { count: number; hot: boolean } | undefined }) {
  const { format } = useWords();
  return at && at.count > 0 ? <span className={at.hot ? 'count hot' : 'count'}> {format.number(at.count)}</span> : null;
}

/** The same at the thumb: four places, and the others behind one word. */
export function TabBar({ places }: { places: Places }) {
  const { say } = useWords();
  const here = useHere(places);
  const rest = places.filter(({ thumb }) => !thumb);
  return (
    <nav className="tabbar" aria-label={say('ui.main_small')}>
      {places
        .filter(({ thumb }) => thumb)
        .map((place) => (
          <Link key={place.name} to={place.to} aria-current={here === place.to ? 'page' : undefined}>
            {say(`workspace.rail.${place.name}`)}
          </Link>
        ))}
      <details key={here} aria-current={rest.some(({ to }) => to === here) ? 'true' : undefined}>
        <summary>{say('workspace.rail.more')}</summary>
        <ul>
          {rest.map((place) => (
            <li key={place.name}>
              <Link to={place.to} aria-current={here === place.to ? 'page' : undefined}>
                {say(`workspace.rail.${place.name}`)}
              </Link>
            </li>
          ))}
          <li>
            <Link to="/workspace/me/security">{say('workspace.rail.me')}</Link>
          </li>
        </ul>
      </details>
    </nav>
  );
}

/** The place that the page belongs to: the longest address that begins its own. */
function useHere(places: Places): string | undefined {
  const pathname = useLocation()
    .pathname.replace(/^\/workspace\/(activities|indicators)\//, '/workspace/plans/')
    .replace(/^\/workspace\/reviews/, '/workspace/pieces')
    .replace(/^\/workspace\/returns/, '/workspace/mailings')
    .replace(/^\/workspace\/terms/, '/workspace/assets')
    .replace(/^\/workspace\/(contacts|imports|consents|data-requests)/, '/workspace/segments');
  const begun = places.filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return begun.toSorted((one, other) => other.to.length - one.to.length)[0]?.to;
}
