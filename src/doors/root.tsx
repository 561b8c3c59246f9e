import type { ReactNode } from 'react';
import {
  isRouteErrorResponse,
  Link,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from 'react-router';
import { zoneOf } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { SentOnce } from '#ui/sent-once.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords, WordsProvider } from '#ui/words.tsx';
import sheet from '#ui/styles/entry-door.css?url';

export const loader = load(async ({ ctx, visit }) => ({
  locale: visit.locale,
  zone: await zoneOf(ctx),
  nonce: visit.nonce,
  now: visit.now,
}));

/** The frame of every page. Doors whose pages work without script send none: their layout's handle does not say `script`. */
export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root');
  const locale = root?.locale ?? 'es';
  const scripted = useMatches().some(({ handle }) => (handle as { script?: boolean } | undefined)?.script);
  return (
    <html lang={locale === 'en' ? 'en' : 'es-CO'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        <link rel="stylesheet" href="/brand.css" />
        <link rel="icon" href="/static/mark.svg" type="image/svg+xml" />
      </head>
      <body>
        <WordsProvider locale={locale} zone={root?.zone} now={root?.now}>
          {children}
        </WordsProvider>
        {scripted && <SentOnce />}
        {scripted && <ScrollRestoration nonce={root?.nonce} />}
        {scripted && <Scripts nonce={root?.nonce} />}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** Not found, not allowed, or a bug: the one place where each is answered. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { say, format } = useWords();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const case_ = status === 404 ? 'nowhere' : status === 403 ? 'forbidden' : status === 507 ? 'full' : 'broken';
  const who = isRouteErrorResponse(error) ? ((error.data as { who?: readonly string[] } | undefined)?.who ?? []) : [];
  return (
    <div className="entry">
      <link rel="stylesheet" href={sheet} />
      <title>{`${say(`ui.${case_}.title`)} · Pregón`}</title>
      <main className="step" id="contenido">
        <h1>{say(`ui.${case_}.title`)}</h1>
        <Voice sentence={say(`ui.${case_}.voice`)} />
        {who.length > 0 && (
          <p className="muted">{say('ui.forbidden.who', { roles: format.list(who.map((role) => say(`organization.role.${role}`))) })}</p>
        )}
        <p className="actions">
          <Link className="button" to="/" reloadDocument>
            {say('ui.nowhere.home')}
          </Link>
        </p>
      </main>
    </div>
  );
}
