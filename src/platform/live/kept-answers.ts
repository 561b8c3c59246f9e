/** Where notices are heard (`listener.ts`). */
interface Heard {
  on(event: 'live', hear: (notice: { readonly topic: string }) => void): unknown;
  on(event: 'gap', hear: () => void): unknown;
}

interface Kept {
  readonly until: number;
  readonly answer: Promise<unknown>;
}

/**
 * What is the same for everybody and asked for by every page of a door, kept in memory. Any process that tells the live topic empties it;
 * a lost connection empties it too, because notices may have been missed.
 */
export class KeptAnswers {
  readonly #kept = new Map<string, Kept>();

  constructor(listener: Heard, topic: string) {
    listener.on('live', (notice) => {
      if (notice.topic === topic) this.#kept.clear();
    });
    listener.on('gap', () => this.#kept.clear());
  }

  /** The answer by a name, asked at most once a minute. One that failed is not kept. */
  async ask<T>(name: string, now: Date, ask: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(name);
    if (kept && kept.until > now.getTime()) return kept.answer as Promise<T>;
    const asked: Kept = { until: now.getTime() + 60_000, answer: ask() };
    this.#kept.set(name, asked);
    try {
      return (await asked.answer) as T;
    } catch (cause) {
      if (this.#kept.get(name) === asked) this.#kept.delete(name);
      throw cause;
    }
  }
}
