import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '#platform/log/log.ts';
import type { LiveNotice } from './listener.ts';
import { Recent } from './recent.ts';
import { Secrets, type Ear } from './secrets.ts';
import { Writing } from './writing.ts';

const heartbeat = 25_000;
/** Between reading and listening a page asks twice, and each way takes its time. */
const slack = 1_000;
/** Of one person or key at one process: more than windows that somebody reads. */
export const streamsOfOne = 60;
const gap = 'event: gap\ndata: {}\n\n';

/** Where notices come from (`listener.ts`). */
interface Source {
  on(event: 'live', hear: (notice: LiveNotice) => void): unknown;
  on(event: 'gap', hear: () => void): unknown;
}

/** Which of the things that a notice is about can be secret, and which are so now. */
export interface Guard {
  readonly guarded: (about: readonly string[]) => string[];
  readonly secret: (guarded: readonly string[]) => Promise<string[]>;
}

/**
 * Live updates for pages: `GET /live?topic=plan:3&topic=mine&age=800` as server-sent events (WHATWG HTML §9.2). A page that says how many
 * milliseconds ago its contents were asked for, or comes back with Last-Event-ID, is told what it missed, or to look at everything again
 * (`gap`) when that is not known any more. What is said is that something changed, never what; of what is secret, only to whom may know of it
 * at that moment.
 */
export class Streams {
  readonly #byTopic = new Map<string, Set<ServerResponse>>();
  readonly #all = new Map<ServerResponse, Ear>();
  readonly #ofOne = new Map<string, number>();
  readonly #recent = new Recent();
  readonly #writing = new Writing();
  readonly #guard: Guard;
  readonly #secrets: Secrets;
  readonly #beat: NodeJS.Timeout;
  /** Up to here all was given to be written, also what had to be asked about first. */
  #mark = this.#recent.mark;

  constructor(source: Source, guard: Guard, log: Log) {
    this.#guard = guard;
    this.#secrets = new Secrets(guard.secret, (topic) => this.#earsOf(topic), {
      heard: (topic, streams) => this.#writing.give(crypto.randomUUID(), this.#changed(topic), () => streams),
      idle: () => (this.#mark = this.#recent.mark),
      // Who missed something is told to look again: all, so that nobody learns from it that there was a secret.
      failed: (err, topic) => {
        log.error({ err, topic }, 'a live notice was not told');
        this.#tellGap();
      },
    });
    source.on('live', (notice) => this.#hear(notice));
    source.on('gap', () => {
      this.#recent.reset();
      this.#mark = this.#recent.mark;
      this.#tellGap();
    });
    this.#beat = setInterval(() => this.#writing.give(':alive', `: alive\nid: ${this.#mark}\n\n`, () => this.#all.keys()), heartbeat);
    this.#beat.unref();
  }

  /** How many listen. */
  get many(): number {
    return this.#all.size;
  }

  /** @returns false, and answers nothing, when whoever asks has as many as one may have: the page asks again later by itself. */
  open(incoming: IncomingMessage, outgoing: ServerResponse, topics: readonly string[], ear: Ear): boolean {
    // Gone while it was asked who it is.
    if (outgoing.destroyed) return true;
    if (!this.#hold(ear.whose)) return false;
    // Until the connection ends, not in chunks: the same bytes go to all as they are.
    outgoing.removeHeader('transfer-encoding');
    outgoing.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'close',
    });
    this.#all.set(outgoing, ear);
    for (const topic of topics) this.#watchers(topic).add(outgoing);
    outgoing.once('close', () => {
      this.#all.delete(outgoing);
      this.#letGo(ear.whose);
      for (const topic of topics) {
        const watchers = this.#watchers(topic);
        watchers.delete(outgoing);
        if (watchers.size === 0) this.#byTopic.delete(topic);
      }
    });
    // When a process ends, its pages do not all come back in the same instant.
    const again = 1_000 + Math.floor(Math.random() * 3_000);
    outgoing.write(`: open\nretry: ${again}\n\n${this.#missed(incoming, topics)}id: ${this.#mark}\n\n`);
    return true;
  }

  close(): void {
    clearInterval(this.#beat);
    for (const stream of this.#all.keys()) stream.end();
  }

  #hold(whose: string | undefined): boolean {
    if (whose === undefined) return true;
    const many = this.#ofOne.get(whose) ?? 0;
    if (many < streamsOfOne) this.#ofOne.set(whose, many + 1);
    return many < streamsOfOne;
  }

  #letGo(whose: string | undefined): void {
    if (whose === undefined) return;
    const many = this.#ofOne.get(whose) ?? 0;
    if (many > 1) this.#ofOne.set(whose, many - 1);
    else this.#ofOne.delete(whose);
  }

  #missed({ headers, url = '' }: IncomingMessage, topics: readonly string[]): string {
    const last = headers['last-event-id'];
    const age = new URL(url, 'http://house').searchParams.get('age');
    if (typeof last !== 'string' && age === null) return '';
    const came = typeof last === 'string' ? this.#recent.after(last) : this.#recent.within(Number(age) + slack);
    const own = came?.filter(({ topic }) => topics.includes(topic));
    // Of what may be secret it is not asked here who may know: looking again shows it to him.
    if (!own || own.some((notice) => this.#guard.guarded(aboutOf(notice)).length > 0)) return gap;
    return [...new Set(own.map(({ topic }) => topic))].map((topic) => `event: changed\ndata: ${JSON.stringify({ topic })}\n\n`).join('');
  }

  #watchers(topic: string): Set<ServerResponse> {
    const watchers = this.#byTopic.get(topic) ?? new Set();
    this.#byTopic.set(topic, watchers);
    return watchers;
  }

  #earsOf(topic: string): [ServerResponse, Ear][] {
    return [...(this.#byTopic.get(topic) ?? [])].map((stream) => [stream, this.#all.get(stream)!]);
  }

  #hear(notice: LiveNotice): void {
    const { topic } = notice;
    this.#recent.keep(notice);
    const guarded = this.#byTopic.has(topic) ? this.#guard.guarded(aboutOf(notice)) : [];
    if (guarded.length > 0) return this.#secrets.tell(topic, guarded);
    if (this.#secrets.idle) this.#mark = this.#recent.mark;
    if (this.#byTopic.has(topic)) this.#writing.give(topic, this.#changed(topic), () => this.#byTopic.get(topic) ?? []);
  }

  #changed(topic: string): string {
    return `id: ${this.#mark}\nevent: changed\ndata: ${JSON.stringify({ topic })}\n\n`;
  }

  #tellGap(): void {
    this.#writing.give(':gap', `id: ${this.#mark}\n${gap}`, () => this.#all.keys());
  }
}

function aboutOf({ topic, about }: LiveNotice): readonly string[] {
  return about ?? (topic.includes(':') ? [topic] : []);
}
