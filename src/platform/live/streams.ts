import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '#platform/log/log.ts';
import type { Listener, LiveNotice } from './listener.ts';

const heartbeat = 25_000;
/** A client that does not read is let go once this much waits for it; its EventSource comes back by itself. */
const backlog = 64 * 1024;

/** Whether who listens may, as things stand now, hear a topic. */
export type Hears = (topic: string) => Promise<boolean>;

/**
 * Live updates for pages: `GET /live?topic=plan:3&topic=mine` as server-sent events (WHATWG HTML §9.2). A client that comes
 * back with Last-Event-ID is told to look again, because notices of the meantime are not kept. What is said is that something
 * changed, never what; of what is secret, only to whom may know of it at that moment.
 */
export class Streams {
  readonly #byTopic = new Map<string, Set<ServerResponse>>();
  readonly #all = new Map<ServerResponse, Hears>();
  readonly #secrets: (about: readonly string[]) => Promise<string[]> | undefined;
  readonly #log: Log;
  readonly #beat: NodeJS.Timeout;

  /** `secrets` finds, of the things that a notice is about, those of which only some may know; undefined when there can be none. */
  constructor(listener: Listener, secrets: (about: readonly string[]) => Promise<string[]> | undefined, log: Log) {
    this.#secrets = secrets;
    this.#log = log;
    listener.on('live', (notice) => this.#hear(notice));
    listener.on('gap', () => {
      for (const stream of this.#all.keys()) write(stream, 'event: gap\ndata: {}\n\n');
    });
    this.#beat = setInterval(() => {
      for (const stream of this.#all.keys()) write(stream, ': alive\n\n');
    }, heartbeat);
    this.#beat.unref();
  }

  open(incoming: IncomingMessage, outgoing: ServerResponse, topics: readonly string[], hears: Hears): void {
    outgoing.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    outgoing.write(incoming.headers['last-event-id'] ? 'event: gap\ndata: {}\n\n' : ': open\n\n');
    this.#all.set(outgoing, hears);
    for (const topic of topics) this.#watchers(topic).add(outgoing);
    outgoing.once('close', () => {
      this.#all.delete(outgoing);
      for (const topic of topics) {
        const watchers = this.#watchers(topic);
        watchers.delete(outgoing);
        if (watchers.size === 0) this.#byTopic.delete(topic);
      }
    });
  }

  close(): void {
    clearInterval(this.#beat);
    for (const stream of this.#all.keys()) stream.end();
  }

  #watchers(topic: string): Set<ServerResponse> {
    const watchers = this.#byTopic.get(topic) ?? new Set();
    this.#byTopic.set(topic, watchers);
    return watchers;
  }

  #hear(notice: LiveNotice): void {
    const secrets = this.#secrets(notice.about ?? []);
    if (!secrets) return this.#send(notice, [...(this.#byTopic.get(notice.topic) ?? [])]);
    secrets
      .then(async (about) => this.#send(notice, await this.#whoHears(notice.topic, about)))
      // Rather told late, by the next look at the page, than to the wrong one.
      .catch((err: unknown) => this.#log.error({ err, topic: notice.topic }, 'a live notice was not told'));
  }

  async #whoHears(topic: string, secrets: readonly string[]): Promise<ServerResponse[]> {
    const watchers = [...(this.#byTopic.get(topic) ?? [])];
    if (secrets.length === 0) return watchers;
    const hears = async (stream: ServerResponse) => {
      for (const secret of secrets) if (!(await this.#all.get(stream)?.(secret))) return false;
      return true;
    };
    const heard = await Promise.all(watchers.map(hears));
    return watchers.filter((_, at) => heard[at]);
  }

  #send({ topic, id }: LiveNotice, watchers: readonly ServerResponse[]): void {
    const text = `id: ${id}\nevent: changed\ndata: ${JSON.stringify({ topic })}\n\n`;
    for (const stream of watchers) write(stream, text);
  }
}

function write(stream: ServerResponse, text: string): void {
  if (stream.writableLength > backlog) stream.destroy();
  else stream.write(text);
}
