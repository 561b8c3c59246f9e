import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import { findAddress, guard, type Address } from './address.ts';
import type { PageCache } from './page-cache.ts';
import type { Policy } from './policy.ts';
import { Forbidden, NotFound } from '#platform/refusal.ts';
import { visitContext, type Visit } from './visit.ts';

export interface PageDoor {
  readonly addresses: readonly Address[];
  /** Whether its pages are the same for everybody without a session, and so may be kept whole. */
  readonly kept: boolean;
}

export interface Pages {
  readonly build: ServerBuild;
  readonly doors: readonly PageDoor[];
  readonly policy: Policy;
  readonly cache: PageCache;
  /** Where someone without a session is sent, with the address wanted. */
  readonly signIn: string;
  /** Whether the institution exists; without one every page leads to the set-up. */
  readonly isSetUp: () => Promise<boolean>;
}

/** Answers a page: guard → the page's loader or action → HTML, or data when the page build asks for it. */
export function pageHandler(pages: Pages): (request: Request, visit: Visit) => Promise<Response> {
  const render = createRequestHandler(pages.build, 'production');

  return async (request, visit) => {
    const url = new URL(request.url);
    const pathname = pagePath(url.pathname);
    if (!(await pages.isSetUp()) && !pathname.startsWith('/setup')) return redirect('/setup');
    const door = pages.doors.find(({ addresses }) => findAddress(addresses, pathname));
    const address = door && findAddress(door.addresses, pathname);
    try {
      if (address) guard(address, pages.policy, visit.actor, request.method);
    } catch (cause) {
      if (cause instanceof Forbidden && visit.actor.kind === 'nobody') {
        return redirect(`${pages.signIn}?next=${encodeURIComponent(pathname + url.search)}`);
      }
      if (!(cause instanceof Forbidden) && !(cause instanceof NotFound)) throw cause;
      return answer(new Request(new URL(cause instanceof Forbidden ? '/forbidden' : '/nowhere', url), { headers: request.headers }), visit);
    }
    if (door?.kept && request.method === 'GET' && visit.session === null) {
      const key = `${visit.locale} ${request.headers.get('cookie')?.match(/prefs=([a-z.]*)/)?.[1] ?? ''} ${url.pathname}${url.search}`;
      return pages.cache.get(key, visit.now.getTime()) ?? pages.cache.keep(key, () => answer(request, visit), visit.now.getTime());
    }
    return answer(request, visit);
  };

  async function answer(request: Request, visit: Visit): Promise<Response> {
    const context = new RouterContextProvider();
    context.set(visitContext, visit);
    const response = await render(request, context);
    if (request.method !== 'GET' && visit.app.config.DATABASE_REPLICA_URL) {
      response.headers.append('set-cookie', `wrote=${Date.now()}; Path=/; Max-Age=5; HttpOnly; SameSite=Lax`);
    }
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
    return response;
  }
}

/** The page build asks for a page's data at `<page>.data`, and for that of `/` at `/_root.data`. */
function pagePath(pathname: string): string {
  const path = pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/');
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}

const redirect = (location: string) => new Response(null, { status: 302, headers: { location } });
