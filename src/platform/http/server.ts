import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createHmac, hash } from 'node:crypto';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Actor } from '#platform/ctx.ts';
import { isFullDisk } from '#platform/files/full-disk.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { isLocale, negotiateLocale, type Locale } from '#platform/i18n/locale.ts';
import { httpSeconds } from '#platform/log/measures.ts';
import { Forbidden, NotFound } from '#platform/refusal.ts';
import { compressed } from './compressed.ts';
import { comesFromElsewhere, securityHeaders } from './security.ts';
import { unchanged } from './unchanged.ts';
import type { App, Visit } from './visit.ts';

export interface Visitor {
  readonly actor: Actor;
  readonly session: number | null;
  readonly locale?: Locale;
}

export type HouseEnv = { Variables: { visit: Visit; nonce: string }; Bindings: HttpBindings };

/** A door on the raw request and response. */
export interface BareDoor {
  readonly path: string;
  readonly answer: (incoming: IncomingMessage, outgoing: ServerResponse, who: Passerby) => Promise<void>;
}

/** Whoever comes to a bare door: his address is not kept. */
export interface Passerby {
  readonly address: string;
  readonly visitor: Visit['visitorKey'];
}

export interface Entrances {
  /** Who comes with this cookie or key; nobody for none or a bad one. */
  readonly identify: (credentials: { cookie?: string; bearer?: string }) => Promise<Visitor>;
  /** Doors that speak for machines, by prefix. */
  readonly machines: readonly (readonly [prefix: string, door: Hono<HouseEnv>])[];
  /** Every other address: the pages. */
  readonly pages: (request: Request, visit: Visit) => Promise<Response>;
  /** What many machines say in few bytes is answered before anything of a page is made: no cookie is read, nobody is identified. */
  readonly bare: readonly BareDoor[];
  /** Live streams stay open on the raw response; false when there is nothing to be heard. `again` says who it is by then. */
  readonly live: (incoming: IncomingMessage, outgoing: ServerResponse, visit: Visit, again: () => Promise<Visit>) => Promise<boolean>;
}

/**
 * For rate limits only: the same in every process of the house, and another one each day, so that an address cannot be
 * found again from what is kept.
 */
function addressKey(app: App, address: string, now: Date): string {
  return createHmac('sha256', `${app.database.url} ${now.toISOString().slice(0, 10)}`)
    .update(address)
    .digest('base64url')
    .slice(0, 22);
}

export function sessionCookie(secure: boolean): string {
  return secure ? '__Host-pregon' : 'pregon';
}

/** The HTTP server of one process, not yet listening. */
export function openServer(app: App, entrances: Entrances): Server {
  const house = new Hono<HouseEnv>();
  const secure = app.config.PUBLIC_URL?.startsWith('https:') ?? false;

  house.use(securityHeaders(secure));
  house.use(answered(app));
  house.use(unchanged());
  house.use(compressed());
  house.use(
    '/assets/*',
    serveStatic({ root: 'build/client', onFound: (_, c) => c.header('cache-control', 'public, max-age=31536000, immutable') }),
  );
  house.use('/static/*', serveStatic({ root: 'build/client' }));
  house.use(async (c, next) => {
    c.set('visit', await visitOf(app, entrances, c, secure));
    const { requestId, origin } = c.var.visit;
    if (comesFromElsewhere(c, origin))
      return c.text('Este cambio no viene de una página de esta casa. / This change does not come from a page of this house.', 403);
    await next();
    c.res.headers.set('x-request-id', requestId);
  });
  for (const [prefix, door] of entrances.machines) house.route(prefix, door);
  house.all('*', (c) => entrances.pages(c.req.raw, c.var.visit));
  house.notFound((c) => c.text('404', 404));
  house.onError((cause, c) => {
    if (cause instanceof NotFound) return c.json({ error: { code: 'not_found' } }, 404);
    if (cause instanceof Forbidden) return c.json({ error: { code: 'forbidden', action: cause.action, roles: cause.who } }, 403);
    if (isFullDisk(cause))
      return c.json({ error: { code: 'house.full', sentence: say(c.var.visit?.locale ?? 'es')('refusals.house.full') } }, 507);
    app.log.error({ err: cause, path: c.req.routePath, requestId: c.var.visit?.requestId }, 'a request failed');
    return c.json({ error: { code: 'internal', request: c.var.visit?.requestId } }, 500);
  });

  const listener = getRequestListener(house.fetch);
  const server = createServer((incoming, outgoing) => {
    const bare = bareDoorOf(entrances, incoming);
    if (bare) return answerBare(app, bare, incoming, outgoing);
    if (!isLive(incoming)) return void listener(incoming, outgoing);
    const who = () => identifyRaw(app, entrances, incoming, secure);
    void who()
      .then(async (visit) => {
        if (!(await entrances.live(incoming, outgoing, visit, who))) outgoing.writeHead(404).end();
      })
      .catch(() => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(500).end()));
  });
  // Slow or half-open clients let go of their socket (Node, http.Server timeouts).
  server.headersTimeout = 20_000;
  server.requestTimeout = 10 * 60_000;
  return server;
}

const isLive = (incoming: IncomingMessage) => incoming.method === 'GET' && /^\/live(\?|$)/.test(incoming.url ?? '');

const bareDoorOf = ({ bare }: Entrances, { url = '' }: IncomingMessage) =>
  bare.find(({ path }) => url.startsWith(path) && (url.length === path.length || url[path.length] === '?'));

function answerBare(app: App, door: BareDoor, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const started = performance.now();
  const address = clientAddress(app, incoming, incoming.headers['x-forwarded-for'] as string | undefined);
  outgoing.once('finish', () => {
    httpSeconds.observe({ method: incoming.method ?? '', status: String(outgoing.statusCode) }, (performance.now() - started) / 1000);
  });
  door.answer(incoming, outgoing, { address, visitor: visitorOf(address, incoming.headers['user-agent']) }).catch((err: unknown) => {
    app.log.error({ err, path: door.path }, 'a request failed');
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(500).end();
  });
}

async function visitOf(app: App, entrances: Entrances, c: Context<HouseEnv>, secure: boolean): Promise<Visit> {
  const authorization = c.req.header('authorization');
  const visitor = await entrances.identify({
    cookie: getCookie(c, sessionCookie(secure)),
    bearer: authorization?.startsWith('Bearer ') ? authorization.slice(7) : undefined,
  });
  return describeVisit(app, visitor, {
    nonce: c.var.nonce,
    host: c.req.header('host'),
    lang: getCookie(c, 'lang'),
    wroteAt: getCookie(c, 'wrote'),
    accepted: c.req.header('accept-language'),
    browser: c.req.header('user-agent'),
    address: clientAddress(app, c.env?.incoming, c.req.header('x-forwarded-for')),
  });
}

interface Seen {
  nonce: string;
  host?: string;
  lang?: string;
  wroteAt?: string;
  accepted?: string;
  address: string;
  browser?: string;
}

function describeVisit(app: App, visitor: Visitor, seen: Seen): Visit {
  const now = app.clock();
  return {
    app,
    actor: visitor.actor,
    session: visitor.session,
    now,
    nonce: seen.nonce,
    locale: negotiateLocale(seen.lang, seen.accepted, visitor.locale),
    requestId: crypto.randomUUID(),
    origin: app.config.PUBLIC_URL ?? `http://${seen.host ?? 'localhost'}`,
    readsPrimary: app.config.DATABASE_REPLICA_URL === undefined || Number(seen.wroteAt) > now.getTime() - 5_000,
    get addressKey() {
      return addressKey(app, seen.address, now);
    },
    visitorKey: visitorOf(seen.address, seen.browser),
  };
}

// Every page asks for it: one hash with the secret salt before, which takes a tenth of what making an HMAC does.
const visitorOf =
  (address: string, browser = ''): Visit['visitorKey'] =>
  (salt) =>
    hash('sha256', Buffer.concat([salt, Buffer.from(`${address}\n${browser}`)]), 'buffer').subarray(0, 16);

function clientAddress(app: App, incoming: IncomingMessage | undefined, forwarded: string | undefined): string {
  if (app.config.TRUST_PROXY && forwarded) return forwarded.split(',').at(-1)!.trim();
  return incoming?.socket.remoteAddress ?? '';
}

async function identifyRaw(app: App, entrances: Entrances, incoming: IncomingMessage, secure: boolean): Promise<Visit> {
  const cookies = new Map((incoming.headers.cookie ?? '').split(/;\s*/).map((pair) => pair.split('=', 2) as [string, string]));
  const visitor = await entrances.identify({ cookie: cookies.get(sessionCookie(secure)) });
  const lang = cookies.get('lang');
  return describeVisit(app, visitor, {
    nonce: '',
    host: incoming.headers.host,
    lang: isLocale(lang) ? lang : undefined,
    address: clientAddress(app, incoming, incoming.headers['x-forwarded-for'] as string | undefined),
  });
}

/** One line for each answer: method, path without its query, status and time. No names, no addresses. */
function answered(app: App) {
  return async (c: Context<HouseEnv>, next: () => Promise<void>) => {
    const started = performance.now();
    await next();
    const took = performance.now() - started;
    httpSeconds.observe({ method: c.req.method, status: String(c.res.status) }, took / 1000);
    app.log.debug(
      {
        requestId: c.var.visit?.requestId,
        method: c.req.method,
        path: c.req.path.replace(/^\/(join|request\/follow)\/.+/, '/$1/…'),
        status: c.res.status,
        ms: Math.round(took),
      },
      'answered',
    );
  };
}
