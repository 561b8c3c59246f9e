import { about, waitBefore } from './again.ts';
import { HouseClock } from './house-clock.ts';
import { House, NoPlace } from './house.ts';
import { KeptMedia } from './kept-media.ts';
import { KeptPlays } from './kept-plays.ts';
import { keep, kept } from './kept-values.ts';
import { pictureOf } from './picture.ts';
import type { Program } from './program.ts';
import { keepShell } from './shell.ts';
import { Stage } from './stage.ts';
import { Turns } from './turns.ts';

const sleep = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const clock = new HouseClock(kept<number>('difference') ?? 0);
const house = new House(clock);
const stage = new Stage(document.querySelector<HTMLElement>('#glass')!);
const media = new KeptMedia();
const plays = new KeptPlays();
const turns = new Turns({ clock, stage, media, plays, failed: soonBeat });

let program = kept<Program>('program');
let live: EventSource | undefined;
let tries = 0;

function take(fresh: Program): void {
  const group = program?.screen.group;
  const reloads = kept<number>('reloads');
  program = fresh;
  keep('program', fresh);
  stage.tellTimeIn(fresh.zone, fresh.locale);
  if (reloads !== undefined && fresh.reloads > reloads) return reload(fresh.reloads);
  keep('reloads', fresh.reloads);
  turns.play(fresh);
  soonBeat();
  if (live && group !== fresh.screen.group) listen();
}

function reload(reloads: number): void {
  keep('reloads', reloads);
  turns.close();
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
    if (fresh) take(fresh);
    // Also what did not come the last time. A long film on a thin line keeps nobody from hearing of a takeover.
    if (program) media.want(new Set(Object.values(program.slides).flatMap((slide) => slide.media)), () => turns.show());
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
  turns.stop();
  program = undefined;
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
  const { on } = turns;
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
    cannot: turns.cannot.slice(0, 20),
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
    turns.play(program);
  }
  setInterval(() => {
    stage.tick(clock.now());
    // A takeover's hour, a playlist's hour and the end of what expires come between two slides too.
    turns.show();
  }, 1000);
  keepShell().catch(() => undefined);
  addEventListener('online', () => void look());
  addEventListener('pagehide', () => turns.close());
  addEventListener('resize', () => stage.fit());
  await lookUntilHeard();
  void forEver(300_000, lookUntilHeard);
  void forEver(30_000, beat);
  void forEver(45_000, tellPlays);
  await tellPlays().catch(() => undefined);
}

void begin();
