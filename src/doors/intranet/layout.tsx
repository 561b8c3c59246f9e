import { Link, Outlet, useLoaderData, useLocation } from 'react-router';
import { institutionOf } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import sheet from '#ui/styles/intranet-door.css?url';
import { Emblem } from '#ui/emblem.tsx';
import { Person } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

export const links = () => [{ rel: 'stylesheet', href: sheet }];

export const loader = load(async ({ ctx, visit }) => {
  const { kind, name, emblem_file: emblem } = await institutionOf(ctx);
  return { kind, name, emblem, me: visit.actor.name };
});

const places = [
  ['/intranet', 'home'],
  ['/intranet/news', 'news'],
  ['/intranet/resources', 'resources'],
  ['/intranet/ask', 'ask'],
  ['/intranet/requests', 'requests'],
  ['/intranet/directory', 'directory'],
  ['/workspace', 'workspace'],
  ['/', 'portal'],
] as const;

export default function Intranet() {
  const { kind, name, emblem, me } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const { pathname } = useLocation();
  return (
    <>
      <a className="skip" href="#contenido">
        {say('ui.skip')}
      </a>
      <header className="hall">
        <Link className="brand" to="/intranet">
          <Emblem file={emblem} name={name} />
          <span>
            {kind} <b>{name}</b>
          </span>
        </Link>
        <details className="menu">
          <summary>{say('intranet.menu')}</summary>
          <nav aria-label={say('ui.main')}>
            <ul>
              {places.map(([to, place]) => (
                <li key={to}>
                  <a href={to} aria-current={pathname === to ? 'page' : undefined}>
                    {say(`intranet.place.${place}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </details>
        <form className="seek" role="search" action="/intranet/search">
          <label className="sr" htmlFor="seek">
            {say('intranet.seek')}
          </label>
          <input className="input" id="seek" name="q" type="search" maxLength={200} placeholder={say('intranet.seek_all')} />
          <button className="button">{say('intranet.seek_button')}</button>
        </form>
        <a className="quiet" href="/workspace/me/security">
          <Person name={me} />
        </a>
      </header>
      <Outlet />
    </>
  );
}
