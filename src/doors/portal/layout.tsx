import type { ReactNode } from 'react';
import { isRouteErrorResponse, Outlet, useLocation, useRouteError } from 'react-router';
import { latestNews } from '#domains/editorial/index.ts';
import { institutionOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { load } from '#platform/http/page.ts';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import sheet from '#ui/styles/portal-door.css?url';
import { Brand } from './brand.tsx';
import { Foot } from './foot.tsx';
import { Lately } from './news/gone.tsx';
import { Page } from './page.tsx';
import { usePortal } from './portal.ts';
import { preferencesOf } from './preferences.ts';
import { SearchForm } from './search-form.tsx';

export const handle = { script: false };
export const links = () => [
  { rel: 'stylesheet', href: sheet },
  { rel: 'alternate', type: 'application/rss+xml', href: '/feed.rss', title: 'RSS' },
  { rel: 'alternate', type: 'application/atom+xml', href: '/feed.atom', title: 'Atom' },
  { rel: 'alternate', type: 'application/feed+json', href: '/feed.json', title: 'JSON Feed' },
];

export const loader = load(async ({ ctx, request, visit }) => ({
  ...(await visit.app.frame.ask('portal', visit.now, () => frame(ctx))),
  preferences: preferencesOf(request),
  /** What addresses begin with for the outside, when the house knows it. */
  base: visit.app.config.PUBLIC_URL?.replace(/\/$/, '') ?? '',
  origin: visit.origin,
}));

async function frame(ctx: Ctx) {
  const { kind, name, emblem_file, govco_bar, address, phone, email } = await institutionOf(ctx);
  return {
    institution: { kind, name, emblem: emblem_file, govcoBar: govco_bar, address, phone, email },
    lately: (await latestNews(ctx, 5)).map(({ dispatch, slug, title }) => ({ dispatch, slug, title })),
  };
}

export default function Frame() {
  return (
    <Around>
      <Outlet />
    </Around>
  );
}

/** Not found, or a bug: within the same frame, with ways on. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { say } = useWords();
  const portal = usePortal();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const name = status === 404 ? 'nowhere' : status === 403 ? 'forbidden' : status === 507 ? 'full' : 'broken';
  return (
    <Around>
      <Page title={say(`ui.${name}.title`)}>
        <h1 className="title sr">{say(`ui.${name}.title`)}</h1>
        <Voice sentence={say(`portal.${name}.voice`)} />
        <SearchForm id="q-again" className="find-again" name={say('portal.search.again')} />
        <ul className="ways">
          <li>
            <a href="/">{say('portal.home')}</a>
          </li>
          <li>
            <a href="/news">{say('news.news')}</a>
          </li>
          <li>
            <a href="/press">{say('news.press')}</a>
          </li>
          <li>
            <a href="/plan">{say('portal.plan')}</a>
          </li>
        </ul>
        <Lately news={portal?.lately ?? []} />
      </Page>
    </Around>
  );
}

function Around({ children }: { children: ReactNode }) {
  const portal = usePortal();
  const { say } = useWords();
  const chosen = portal?.preferences ?? [];
  return (
    <div className={['portal', ...chosen.map((name) => `prefers-${name}`)].join(' ')}>
      <a className="skip" href="#contenido">
        {say('ui.skip')}
      </a>
      {portal?.institution.govcoBar ? (
        <StateBar />
      ) : (
        <div className="how-to-read">
          <Choices />
        </div>
      )}
      <Masthead />
      {children}
      <Foot />
    </div>
  );
}

function StateBar() {
  const { say } = useWords();
  return (
    <aside className="state-bar" aria-label={say('portal.state')}>
      <a href="https://www.gov.co/" aria-label={say('portal.govco')}>
        GOV.CO
      </a>
      <Choices />
    </aside>
  );
}

/** Letter, contrast, language: links that keep a choice and come back. */
function Choices() {
  const { say, locale } = useWords();
  const { pathname, search } = useLocation();
  const chosen = usePortal()?.preferences ?? [];
  const to = (choice: string) => `/preferences/${choice}?back=${encodeURIComponent(pathname + search)}`;
  const other = locale === 'es' ? 'en' : 'es';
  return (
    <nav aria-label={say('portal.how_to_read')}>
      {(['larger', 'contrast'] as const).map((name) => {
        const key = chosen.includes(name) ? `portal.${name}.off` : `portal.${name}.on`;
        return (
          <a key={name} href={to(name)} rel="nofollow" aria-label={say(key)}>
            <span className="wide">{say(key)}</span>
            <span className="slim">{say(`${key}.short`)}</span>
          </a>
        );
      })}
      <a href={to(other)} rel="nofollow" lang={other} hrefLang={other} aria-label={say(`portal.language.${other}`)}>
        <span className="wide">{say(`portal.language.${other}`)}</span>
        <span className="slim">{say(`portal.language.${other}.short`)}</span>
      </a>
    </nav>
  );
}

function Masthead() {
  const { say } = useWords();
  const { pathname } = useLocation();
  const portal = usePortal();
  const sections = [
    { to: '/', name: say('portal.home'), here: pathname === '/' },
    { to: '/news', name: say('news.news'), here: /^\/(news|campaigns)(\/|$)/.test(pathname) },
    { to: '/plan', name: say('portal.how_we_go'), here: pathname.startsWith('/plan') },
    { to: '/press', name: say('news.press'), here: pathname === '/press' },
    { to: '/search', name: say('portal.search'), here: pathname === '/search' },
  ];
  return (
    <header className="masthead">
      {portal && <Brand />}
      <SearchForm id="q" className="seek" />
      <details className="menu">
        <summary>{say('portal.menu')}</summary>
        <nav aria-label={say('portal.sections')}>
          <ul>
            {sections.map(({ to, name, here }) => (
              <li key={to}>
                <a href={to} aria-current={here ? (pathname === to ? 'page' : 'true') : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </details>
    </header>
  );
}
