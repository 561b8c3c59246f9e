import type { Listener } from '#platform/live/listener.ts';
import { bodyOf, whole } from './whole-body.ts';

interface Kept {
  readonly status: number;
  readonly headers: [string, string][];
  readonly body: Uint8Array<ArrayBuffer>;
  readonly until: number;
}

const encoder = new TextEncoder();

/**
 * Whole public pages kept in memory, for visitors without a session. Any process that tells the live topic `portal`
 * empties the cache of all of them; a lost connection empties it too, because notices may have been missed.
 */
export class PageCache {
  readonly #pages = new Map<string, Kept>();
  readonly #limit: number;
  #generation = 0;

  constructor(listener: Listener, limit = 500) {
    this.#limit = limit;
    const empty = () => {
      this.#pages.clear();
      this.#generation++;
    };
    listener.on('live', (notice) => {
      if (notice.topic === 'portal') empty();
    });
    listener.on('gap', empty);
  }

  get(key: string, now: number): Response | undefined {
    const kept = this.#pages.get(key);
    if (!kept || kept.until < now) return undefined;
    return whole(kept.body, { status: kept.status, headers: kept.headers });
  }

  /** Keeps an answer unless something changed while it was being made. */
  async keep(key: string, make: () => Promise<Response>, now: number, seconds = 60): Promise<Response> {
    const generation = this.#generation;
    const response = await make();
    if (response.status !== 200 || response.headers.has('set-cookie')) return response;
    const written = bodyOf(response);
    const body = typeof written === 'string' ? encoder.encode(written) : (written ?? new Uint8Array(await response.arrayBuffer()));
    const headers = [...response.headers];
    if (generation === this.#generation) {
      if (this.#pages.size >= this.#limit) this.#pages.delete(this.#pages.keys().next().value!);
      this.#pages.set(key, { status: 200, headers, body, until: now + seconds * 1000 });
    }
    return whole(body, { status: 200, headers });
  }
}
