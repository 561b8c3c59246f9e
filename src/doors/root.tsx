import type { ReactNode } from 'react';
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData, useMatches, useRouteError, useRouteLoaderData } from 'react-router';
import { load } from '#platform/http/page.ts';

export const loader = load(({ visit }) => ({ locale: visit.locale, nonce: visit.nonce }));

/** The frame of every page. Doors whose pages work without script (portal, entry) send none: their layout says `script: false`. */
export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root');
  const scripted = useMatches().some(({ handle }) => (handle as { script?: boolean } | undefined)?.script);
  return (
    <html lang={root?.locale === 'en' ? 'en' : 'es-CO'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {scripted && <ScrollRestoration nonce={root?.nonce} />}
        {scripted && <Scripts nonce={root?.nonce} />}
      </body>
    </html>
  );
}

export default function Root() {
  useLoaderData<typeof loader>();
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return <main><h1>{status}</h1></main>;
}
