import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Hono, type Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { z } from 'zod';
import {
  beatInput,
  beginPairing,
  fetchPlace,
  getScreen,
  keepBeat,
  keepPlays,
  pairingHtml,
  pairingInput,
  playsInput,
  programOf,
  screenOfToken,
  type Screen,
} from '#domains/channels/index.ts';
import { acting, system, type Ctx } from '#platform/ctx.ts';
import { longestCookie, setCookie } from '#platform/http/cookies.ts';
import { rangeOf } from '#platform/http/range.ts';
import { limit } from '#platform/http/rate-limit.ts';
import type { HouseEnv } from '#platform/http/server.ts';
import { perform, reading, type App, type Visit } from '#platform/http/visit.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import type { Slide, SlideSource } from '#platform/slides/slide.ts';

type C = Context<HouseEnv>;

const tokenCookie = 'screen';
const secretCookie = 'screen_pairing';
const longPoll = 15_000;
const largest = 200_000;

/** What televisions ask for. A device is known by its token, which opens nothing else in the house; without one it may only ask for a code. */
export const devices = new Hono<HouseEnv>()
  .get('/worker.js', async (c) =>
    c.body(await readFile('build/client/static/screens/worker.js', 'utf8'), 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      // It looks after /screens itself too, which does not lie below its own folder (Service Workers, §7.4).
      'service-worker-allowed': '/screens',
    }),
  )
  .post('/pairings', async (c) => {
    const { visit } = c.var;
    if (await limit(visit, 'screen_pairing', visit.addressKey)) return c.json({}, 429);
    const size = await given(c, pairingInput);
    if (!size) return c.json({}, 400);
    const pairing = await perform(visit, (ctx) => beginPairing(ctx, size));
    if (isRefusal(pairing)) return c.json({}, 429);
    const { code, secret, expiresAt } = pairing;
    const seconds = Math.round((expiresAt.getTime() - visit.now.getTime()) / 1000);
    c.header('set-cookie', setCookie(visit, secretCookie, secret, seconds + 3600));
    return answer(c, { code, seconds, html: pairingHtml(code, visit.origin) });
  })
  .post('/place', async (c) => {
    const { visit } = c.var;
    const secret = getCookie(c, secretCookie);
    if (!secret) return c.json({ state: 'over' });
    const told = waitFor(visit.app, 'screen_pairings', c);
    const ask = () => perform({ ...visit, now: visit.app.clock() }, (ctx) => fetchPlace(ctx, secret));
    let place = await ask();
    if (place === 'waits') {
      await told.heard;
      place = await ask();
    }
    told.stop();
    if (typeof place === 'string' || isRefusal(place)) return c.json({ state: place });
    c.header('set-cookie', setCookie(visit, tokenCookie, place.token, longestCookie), { append: true });
    c.header('set-cookie', setCookie(visit, secretCookie, '', 0), { append: true });
    return c.json({ state: 'adopted' });
  })
  .get('/program', async (c) => {
    const screen = await screenAt(c);
    if (screen instanceof Response) return screen;
    const program = await programFor(c.var.visit, screen);
    // Each look at the program gives it anew.
    c.header('set-cookie', setCookie(c.var.visit, tokenCookie, getCookie(c, tokenCookie)!, longestCookie));
    return answer(c, c.req.query('known') === program.sha256 ? {} : { program });
  })
  .post('/beats', async (c) => {
    const screen = await screenAt(c);
    if (screen instanceof Response) return screen;
    const beat = await given(c, beatInput);
    if (!beat) return c.json({}, 400);
    await perform(c.var.visit, (ctx) => keepBeat(as(ctx, screen), screen.id, beat));
    return answer(c, {});
  })
  .post('/plays', async (c) => {
    const screen = await screenAt(c);
    if (screen instanceof Response) return screen;
    const said = await given(c, playsInput);
    if (!said) return c.json({}, 400);
    const fresh = await perform(c.var.visit, (ctx) => keepPlays(as(ctx, screen), screen.id, said.plays));
    return answer(c, { fresh });
  })
  .get('/media/:file/:rendition?', async (c) => {
    const screen = await screenAt(c);
    if (screen instanceof Response) return screen;
    const { visit } = c.var;
    const { slides } = await programFor(visit, screen);
    // Of all files of the house a screen may have those that it shows, as long as it shows them.
    if (!Object.values(slides).some(({ media }) => media.includes(c.req.path))) throw new NotFound(c.req.path);
    const { file: id, rendition } = c.req.param();
    const { files, database } = visit.app;
    const file = await files.find(database.primary, id);
    const { type, size } = rendition === undefined ? file : await files.rendition(database.primary, id, rendition);
    const headers = {
      'content-type': type,
      'accept-ranges': 'bytes',
      'cache-control': 'private, max-age=31536000, immutable, no-transform',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    };
    // Where a browser keeps nothing, films are asked for in parts from here.
    const range = rangeOf(c.req.header('range'), size);
    if (range === 'unsatisfiable') return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
    const { start, end } = range ?? { start: 0, end: size - 1 };
    return new Response(Readable.toWeb(await files.read(file, rendition, range)) as ReadableStream, {
      status: range ? 206 : 200,
      headers: {
        ...headers,
        'content-length': String(end - start + 1),
        ...(range ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}),
      },
    });
  });

/** Each answer brings the house's hour, by which a device sets its own. */
function answer(c: C, body: object): Response {
  c.header('cache-control', 'private, no-store');
  return c.json({ now: c.var.visit.app.clock().getTime(), ...body });
}

async function screenAt(c: C): Promise<Screen | Response> {
  const { visit } = c.var;
  const id = await screenOfToken({ db: visit.app.database.primary }, getCookie(c, tokenCookie));
  if (id === undefined) return c.json({}, 401);
  if (await limit(visit, 'screen', String(id))) return c.json({}, 429);
  return getScreen({ ...reading(visit), db: visit.app.database.primary, actor: system }, id);
}

const programFor = (visit: Visit, screen: Screen) =>
  programOf({ ...reading(visit), db: visit.app.database.primary, actor: system }, screen, {
    sources: keptFor(visit.app),
    origin: visit.origin,
  });

const keptSources = new WeakMap<App, readonly SlideSource[]>();

/**
 * Figures and the agenda take many statements, and change slowly: all the screens of a building that ask at once, as after a takeover, ask
 * for each once a minute. Pictures are asked for each time, because one that is withdrawn leaves at once.
 */
function keptFor(app: App): readonly SlideSource[] {
  const known = keptSources.get(app);
  if (known) return known;
  const drawn = new Map<string, { readonly until: number; readonly slide: Promise<Slide | null> }>();
  const sources = app.slides.map((source): SlideSource => {
    if (source.kind === 'asset') return source;
    return {
      ...source,
      draw: (ctx, ref, audience) => {
        const key = `${source.kind} ${ref} ${audience.open}`;
        const kept = drawn.get(key);
        if (kept && kept.until > ctx.now.getTime()) return kept.slide;
        const slide = source.draw(ctx, ref, audience);
        drawn.set(key, { until: ctx.now.getTime() + 60_000, slide });
        slide.catch(() => drawn.delete(key));
        return slide;
      },
    };
  });
  keptSources.set(app, sources);
  return sources;
}

/** A screen's own doings are the system's, under the screen's name. */
const as = (ctx: Ctx, { name }: Screen): Ctx => acting(ctx, { ...system, name });

async function given<S extends z.ZodType>(c: C, shape: S): Promise<z.output<S> | undefined> {
  const text = await c.req.text();
  if (text.length > largest) return undefined;
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Until a topic is told, the visitor is gone, or a quarter of a minute has passed. */
function waitFor(app: App, topic: string, c: C): { heard: Promise<void>; stop: () => void } {
  let stop = () => undefined as void;
  const heard = new Promise<void>((done) => {
    const hear = (notice: { readonly topic: string }) => {
      if (notice.topic === topic) stop();
    };
    const timer = setTimeout(() => stop(), longPoll);
    stop = () => {
      clearTimeout(timer);
      app.listener.off('live', hear).off('gap', stop);
      done();
    };
    app.listener.on('live', hear).on('gap', stop);
    c.env.outgoing?.once('close', stop);
  });
  return { heard, stop: () => stop() };
}
