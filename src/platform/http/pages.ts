import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import { findAddress, guard, type Address } from './address.ts';
import { setCookie } from './cookies.ts';
import { forgetKeptForm, keepForm, keptForm, keptFormCookie, keptFormSeconds } from './kept-forms.ts';
import type { PageCache } from './page-cache.ts';
import type { Policy } from './policy.ts';
import { Forbidden, NotFound } from '#platform/refusal.ts';
import { onlyOf, sealed } from './door-build.ts';
import { visitContext, type Visit } from './visit.ts';
import { poured } from './whole-body.ts';

export interface PageDoor {
  readonly addresses: readonly Address[];
  /** Whether its pages are the same for everybody without a session, and so may be kept whole. */
  readonly kept: boolean;
  /** Whether its pages go on in the browser; the layout's `handle` says the same. */
  readonly scripted: boolean;
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
  const renders = new Map(pages.doors.map((door) => [door, createRequestHandler(buildOf(pages.build, door), 'production')] as const));

  return async (request, visit) => {
    const url = new URL(request.url);
    const pathname = pagePath(url.pathname);
    if (!(await pages.isSetUp()) && !/^\/(setup|language)(\/|$)/.test(pathname)) return leadTo(request, '/setup');
    const [door, address] = knownAddress(pages.doors, pathname);
    // What is in no door's table has no guard either, so nothing is there.
    if (!address && !unguarded.has(pathname)) return answer(new Request(new URL('/nowhere', url), { headers: request.headers }), visit);
    try {
      if (address) guard(address, pages.policy, visit.actor, request.method);
    } catch (cause) {
      if (cause instanceof Forbidden && visit.actor.kind === 'nobody') {
        url.searchParams.delete('_routes');
        return askWho(request, visit, pathname + url.search);
      }
      if (!(cause instanceof Forbidden) && !(cause instanceof NotFound)) throw cause;
      return answer(new Request(new URL(cause instanceof Forbidden ? '/forbidden' : '/nowhere', url), { headers: request.headers }), visit);
    }
    // An address with a query is not kept: anybody could fill the memory with queries of his own.
    if (door?.kept && address?.kept !== false && request.method === 'GET' && visit.session === null && url.search === '') {
      const key = `${visit.origin} ${visit.locale} ${request.headers.get('cookie')?.match(/prefs=([a-z.]*)/)?.[1] ?? ''} ${url.pathname}`;
      return pages.cache.get(key, visit.now.getTime()) ?? pages.cache.keep(key, () => answer(request, visit, door), visit.now.getTime());
    }
    if (visit.actor.kind === 'person' && address?.write && isDocument(request)) {
      const kept = await keptForm(visit, request, pathname);
      if (kept) return answer(new Request(request.url, { method: 'POST', headers: request.headers }), { ...visit, kept }, door);
    }
    const response = await answer(request, visit, door);
    if (address?.framed) response.headers.set('x-frame-options', 'SAMEORIGIN');
    if (request.method === 'POST' && response.status < 400) await forgetKeptForm(visit, request, pathname);
    return response;
  };

  /** To the sign-in and back; what was being sent is kept meanwhile. */
  async function askWho(request: Request, visit: Visit, path: string): Promise<Response> {
    if (request.method !== 'POST') return leadTo(request, `${pages.signIn}?next=${encodeURIComponent(path)}`);
    const from = formPage(request, path);
    const token = await keepForm(visit, request, from.split('?')[0]!);
    const response = leadTo(request, `${pages.signIn}?next=${encodeURIComponent(from)}`);
    if (token) response.headers.append('set-cookie', setCookie(visit, keptFormCookie, token, keptFormSeconds));
    return response;
  }

  async function answer(request: Request, visit: Visit, door?: PageDoor): Promise<Response> {
    const context = new RouterContextProvider();
    context.set(visitContext, visit);
    const response = poured(await (door ? renders.get(door)! : render)(request, context));
    if (request.method !== 'GET' && visit.app.config.DATABASE_REPLICA_URL) {
      response.headers.append('set-cookie', `wrote=${Date.now()}; Path=/; Max-Age=5; HttpOnly; SameSite=Lax`);
    }
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
    return response;
  }
}

function buildOf(build: ServerBuild, { addresses, scripted }: PageDoor): ServerBuild {
  const own = onlyOf(build, addresses);
  return scripted ? own : sealed(own);
}

// The page build's own list of routes, and the two pages that only say no.
const unguarded: ReadonlySet<string> = new Set(['/__manifest', '/nowhere', '/forbidden']);

function knownAddress(doors: readonly PageDoor[], pathname: string): [door?: PageDoor, address?: Address] {
  for (const door of doors) {
    const address = findAddress(door.addresses, pathname);
    if (address) return [door, address];
  }
  return [];
}

/** The page build asks for a page's data at `<page>.data`, and for that of `/` at `/_root.data`. */
function pagePath(pathname: string): string {
  const path = decoded(pathname)
    .replace(/\.data$/, '')
    .replace(/^\/_root$/, '/');
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}

/** The page build matches decoded segments, so the guard does too: `/%77orkspace` is `/workspace`. */
function decoded(pathname: string): string {
  try {
    return pathname
      .split('/')
      .map((segment) => decodeURIComponent(segment).replaceAll('/', '%2F'))
      .join('/');
  } catch {
    return pathname;
  }
}

/** A page that asks for data follows these headers to a whole new page (React Router, «single fetch»); a browser, the other. */
function leadTo(request: Request, location: string): Response {
  if (!new URL(request.url).pathname.endsWith('.data')) return new Response(null, { status: 302, headers: { location } });
  return new Response(null, {
    status: 204,
    headers: { 'x-remix-redirect': location, 'x-remix-status': '302', 'x-remix-reload-document': 'true' },
  });
}

/** A form may send to an address of its own; it is shown again on the page where it stood. */
function formPage(request: Request, path: string): string {
  const referer = URL.parse(request.headers.get('referer') ?? '');
  return referer?.host === new URL(request.url).host ? referer.pathname + referer.search : path;
}

const isDocument = (request: Request) => request.method === 'GET' && !new URL(request.url).pathname.endsWith('.data');
