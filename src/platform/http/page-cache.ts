import { whenTold, type Heard } from '#platform/live/when-told.ts';
import { bodyOf, whole } from './whole-body.ts';

interface Kept {
  readonly status: number;
  readonly headers: [string, string][];
  readonly body: Uint8Array<ArrayBuffer>;
  readonly until: number;
}

const encoder = new TextEncoder();

/** Whole public pages kept in memory, for visitors without a session, until the live topic `portal` is told. */
export class PageCache {
  readonly #pages = new Map<string, Kept>();
  readonly #limit: number;
  #generation = 0;

  constructor(listener: Heard, limit = 500) {
    this.#limit = limit;
    whenTold(listener, 'portal', () => {
      this.#pages.clear();
      this.#generation++;
    });
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
