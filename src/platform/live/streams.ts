import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Listener, LiveNotice } from './listener.ts';

const heartbeat = 25_000;
/** A client that does not read is let go once this much waits for it; its EventSource comes back by itself. */
const backlog = 64 * 1024;

/**
 * Live updates for pages: `GET /live?topic=plan:3&topic=mine` as server-sent events (WHATWG HTML §9.2). A client that comes
 * back with Last-Event-ID is told to look again, because notices of the meantime are not kept.
 */
export class Streams {
  readonly #byTopic = new Map<string, Set<ServerResponse>>();
  readonly #all = new Set<ServerResponse>();
  readonly #beat: NodeJS.Timeout;

  constructor(listener: Listener) {
    listener.on('live', (notice) => this.#send(notice));
    listener.on('gap', () => {
      for (const stream of this.#all) write(stream, 'event: gap\ndata: {}\n\n');
    });
    this.#beat = setInterval(() => {
      for (const stream of this.#all) write(stream, ': alive\n\n');
    }, heartbeat);
    this.#beat.unref();
  }

  open(incoming: IncomingMessage, outgoing: ServerResponse, topics: readonly string[]): void {
    outgoing.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    outgoing.write(incoming.headers['last-event-id'] ? 'event: gap\ndata: {}\n\n' : ': open\n\n');
    this.#all.add(outgoing);
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
    for (const stream of this.#all) stream.end();
  }

  #watchers(topic: string): Set<ServerResponse> {
    const watchers = this.#byTopic.get(topic) ?? new Set();
    this.#byTopic.set(topic, watchers);
    return watchers;
  }

  #send(notice: LiveNotice): void {
    const text = `id: ${notice.id}\nevent: changed\ndata: ${JSON.stringify({ topic: notice.topic, event: notice.event })}\n\n`;
    for (const stream of this.#byTopic.get(notice.topic) ?? []) write(stream, text);
  }
}

function write(stream: ServerResponse, text: string): void {
  if (stream.writableLength > backlog) stream.destroy();
  else stream.write(text);
}
