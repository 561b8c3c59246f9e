import { whenTold, type Heard } from './when-told.ts';

interface Kept {
  readonly until: number;
  readonly answer: Promise<unknown>;
}

/** What is the same for everybody and asked for again and again, kept in memory until the live topic is told. */
export class KeptAnswers {
  readonly #kept = new Map<string, Kept>();

  constructor(listener: Heard, topic: string) {
    whenTold(listener, topic, () => this.#kept.clear());
  }

  /** The answer by a name, asked at most once a minute. One that failed, or found nothing, is not kept. */
  async ask<T>(name: string, now: Date, ask: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(name);
    if (kept && kept.until > now.getTime()) return kept.answer as Promise<T>;
    const asked: Kept = { until: now.getTime() + 60_000, answer: ask() };
    this.#kept.set(name, asked);
    const forget = () => this.#kept.get(name) === asked && this.#kept.delete(name);
    try {
      const answer = (await asked.answer) as T;
      if (answer === undefined) forget();
      return answer;
    } catch (cause) {
      forget();
      throw cause;
    }
  }
}
