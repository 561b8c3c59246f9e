import { about, waitBefore } from './again.ts';
import { HouseClock } from './house-clock.ts';
import { House, NoPlace } from './house.ts';
import { KeptMedia } from './kept-media.ts';
import { KeptPlays } from './kept-plays.ts';
import { pictureOf } from './picture.ts';
import { coverAt, slidesAt, type Program } from './program.ts';
import { keepShell } from './shell.ts';
import { Stage } from './stage.ts';

/** What does not fit is not kept: the screen goes on with it as long as it has power. */
function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    localStorage.removeItem(name);
  }
}

function kept<T>(name: string): T | undefined {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
const sleep = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const clock = new HouseClock(kept<number>('difference') ?? 0);
const house = new House(clock);
const stage = new Stage(document.querySelector<HTMLElement>('#glass')!);
const media = new KeptMedia();
const plays = new KeptPlays();

let program = kept<Program>('program');
/** What is on the glass, since when; proof of play is written when it goes. */
let on: { readonly key: string; readonly title: string; readonly source: string; readonly since: number } | undefined;
let place = -1;
let next: ReturnType<typeof setTimeout> | undefined;
let live: EventSource | undefined;
let tries = 0;

/** Shows what should be shown now; with `go`, the slide after the one that is there. */
function show(go = false): void {
  if (!program) return;
  const now = clock.now();
  const cover = coverAt(program, now);
  if (cover) {
    const key = `takeover:${cover.id}`;
    if (on?.key !== key) put(key, { title: cover.title, source: key, html: cover.html });
    return again(1000);
  }
  const keys = slidesAt(program, now, media.isHere);
  if (keys.length === 0) {
    if (on?.key !== 'idle') put('idle', { title: '', source: '', html: program.idle });
    return again(1000);
  }
  const at = on ? keys.indexOf(on.key) : -1;
  // What was withdrawn, or whose hour is over, goes at once; what stays goes on to its end.
  if (!go && at >= 0) return;
  place = at >= 0 ? (at + 1) % keys.length : Math.max(0, place) % keys.length;
  const key = keys[place]!;
  const slide = program.slides[key]!;
  if (on?.key === key && !slide.film) {
    // Alone in its turn it stays, and is counted again.
    close();
    on = { key, title: slide.title, source: slide.source, since: now };
    return again(slide.seconds * 1000, true);
  }
  const glass = put(key, slide, { at: place, of: keys.length });
  const film = slide.film ? glass.querySelector('video') : null;
  if (!film) return again(slide.seconds * 1000, true);
  film.addEventListener('ended', () => show(true), { once: true });
  film.addEventListener('error', () => again(3000, true), { once: true });
  film.play().catch(() => undefined);
  again(600_000, true);
}

function again(milliseconds: number, go = false): void {
  clearTimeout(next);
  next = setTimeout(() => show(go), milliseconds);
}

function put(key: string, { title, source, html }: { title: string; source: string; html: string }, turn?: { at: number; of: number }) {
  close();
  on = { key, title, source, since: clock.now() };
  return stage.show(html, clock.now(), turn);
}

/** What was on the glass goes: that it was there is written down. */
function close(): void {
  // Nobody saw what a hidden page showed.
  if (!on || on.key === 'idle' || document.hidden) return;
  const seconds = Math.min(3600, Math.round((clock.now() - on.since) / 1000));
  if (seconds < 1) return;
  const { key: item, title, source, since } = on;
  plays.add({ item, title, source, started: Math.round(since), seconds }).catch(() => undefined);
  on = undefined;
}

async function take(fresh: Program): Promise<void> {
  const group = program?.screen.group;
  const reloads = kept<number>('reloads');
  program = fresh;
  keep('program', fresh);
  stage.tellTimeIn(fresh.zone, fresh.locale);
  if (on?.key === 'idle') on = undefined;
  if (reloads !== undefined && fresh.reloads > reloads) return reload(fresh.reloads);
  keep('reloads', fresh.reloads);
  show();
  soonBeat();
  if (live && group !== fresh.screen.group) listen();
  const shown = new Set(Object.values(fresh.slides).flatMap((slide) => slide.media));
  if (await media.fetchAll(shown)) show();
}

function reload(reloads: number): void {
  keep('reloads', reloads);
  close();
  setTimeout(() => location.reload(), 200);
}

let looking: Promise<boolean> | undefined;
let wanted = false;

/** Asks for the program, once more when something was told meanwhile. @returns whether the house was heard */
function look(): Promise<boolean> {
  if (looking) {
    wanted = true;
    return looking;
  }
  wanted = false;
  looking = lookOnce().finally(() => {
    looking = undefined;
    if (wanted) void look();
  });
  return looking;
}

/** Whatever does not answer leaves on the glass what is there. */
async function lookOnce(): Promise<boolean> {
  try {
    const fresh = await house.program(program?.sha256);
    keep('difference', clock.difference);
    tries = 0;
    if (fresh) await take(fresh);
    if (!live) listen();
    return true;
  } catch (cause) {
    if (cause instanceof NoPlace) await pair();
    else tries += 1;
    return false;
  }
}

/** One stream from the house: whatever changes is asked for at once. */
function listen(): void {
  live?.close();
  const stream = new EventSource('/live?screen');
  live = stream;
  const hear = () => void look();
  stream.addEventListener('open', hear);
  stream.addEventListener('changed', hear);
  stream.addEventListener('gap', hear);
  stream.addEventListener('error', () => {
    // A browser comes back by itself from a cut, and not from an answer that says no.
    if (stream.readyState !== EventSource.CLOSED || live !== stream) return;
    live = undefined;
    setTimeout(hear, waitBefore((tries += 1)));
  });
}

/** Shows a code until somebody gives this screen its place. What the house showed before is let go. */
async function pair(): Promise<void> {
  live?.close();
  live = undefined;
  clearTimeout(next);
  program = undefined;
  on = undefined;
  for (const name of ['program', 'reloads']) localStorage.removeItem(name);
  for (let failed = 0; ;) {
    try {
      const { html } = await house.beginPairing();
      stage.show(html, clock.now());
      let state: 'adopted' | 'waits' | 'over' = 'waits';
      while (state === 'waits') state = await house.waitForPlace();
      failed = 0;
      if (state === 'adopted') break;
    } catch {
      await sleep(waitBefore((failed += 1)));
    }
  }
  wanted = true;
}

async function tellPlays(): Promise<void> {
  for (;;) {
    const { keys, plays: oldest } = await plays.oldest(200);
    if (oldest.length === 0) return;
    await house.tellPlays(oldest);
    // Only what the house says that it has is forgotten.
    await plays.forget(keys);
  }
}

async function beat(): Promise<void> {
  if (!program) return;
  const { glass } = stage;
  const picture = glass && (await pictureOf(glass));
  await house.beat({
    slide: on?.key ?? '',
    title: on?.title ?? '',
    source: on?.source ?? '',
    program: program.sha256,
    width: innerWidth,
    height: innerHeight,
    clockOffsetMs: clock.difference,
    waitingPlays: await plays.count().catch(() => 0),
    ...(picture ? { picture } : {}),
  });
  keep('difference', clock.difference);
}

let beating: ReturnType<typeof setTimeout> | undefined;

/** What changed is told soon, not only in its turn. */
function soonBeat(): void {
  clearTimeout(beating);
  beating = setTimeout(() => void beat().catch(() => undefined), about(1500));
}

/** Does something again and again; when the house is not heard, later and later. */
async function forEver(every: number, work: () => Promise<unknown>): Promise<never> {
  for (let failed = 0; ;) {
    await sleep(failed === 0 ? about(every) : Math.max(every / 3, waitBefore(failed)));
    try {
      await work();
      failed = 0;
    } catch {
      failed += 1;
    }
  }
}

async function lookUntilHeard(): Promise<void> {
  while (!(await look())) await sleep(waitBefore(tries));
}

async function begin(): Promise<void> {
  await media.open().catch(() => undefined);
  if (program) {
    stage.tellTimeIn(program.zone, program.locale);
    show();
  }
  setInterval(() => {
    stage.tick(clock.now());
    // A takeover's hour, a playlist's hour and the end of what expires come between two slides too.
    show();
  }, 1000);
  keepShell().catch(() => undefined);
  addEventListener('online', () => void look());
  addEventListener('pagehide', close);
  addEventListener('resize', () => stage.fit());
  await lookUntilHeard();
  void forEver(300_000, lookUntilHeard);
  void forEver(30_000, beat);
  void forEver(45_000, tellPlays);
  await tellPlays().catch(() => undefined);
}

void begin();
