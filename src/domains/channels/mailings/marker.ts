import type { Log } from '#platform/log/log.ts';
import type { Db } from '#platform/db/database.ts';
import { mark, type Attempt, type Ending } from './engine.queries.ts';

interface Asked extends Attempt {
  readonly resolve: (may: boolean) => void;
}

/**
 * Writes down, before it leaves, that something is on its way, and after, how it ended. What many connections ask for at the same moment
 * is one statement and one commit. An ending that cannot be written is kept until it can; what could not be written down does not leave.
 */
export class Marker {
  #attempts: Asked[] = [];
  #endings: Ending[] = [];
  #under: Promise<void> | undefined;
  readonly #db: Db;
  readonly #worker: string;
  readonly #clock: () => Date;
  readonly #log: Log;

  constructor(db: Db, worker: string, clock: () => Date, log: Log) {
    this.#db = db;
    this.#worker = worker;
    this.#clock = clock;
    this.#log = log;
  }

  /** Whether it may leave: it is written down, and nobody stopped it. */
  attempt(given: Attempt): Promise<boolean> {
    return new Promise((resolve) => {
      this.#attempts.push({ ...given, resolve });
      this.#flushSoon();
    });
  }

  end(ending: Ending): void {
    this.#endings.push(ending);
    this.#flushSoon();
  }

  /** Waits until all is written, for at most so many milliseconds; whether it is. */
  async settled(within = 10_000): Promise<boolean> {
    const begun = performance.now();
    while (this.#under || this.#endings.length > 0) {
      if (performance.now() - begun > within) return false;
      await (this.#under ?? new Promise((go) => setTimeout(go, 100)));
    }
    return true;
  }

  #flushSoon(): void {
    this.#under ??= new Promise((go) => {
      setImmediate(go);
    }).then(() => this.#flush());
  }

  async #flush(): Promise<void> {
    const attempts = this.#attempts;
    const endings = this.#endings;
    this.#attempts = [];
    this.#endings = [];
    let failed = false;
    try {
      const may = new Set(await mark(this.#db, this.#worker, attempts, endings, this.#clock()));
      for (const { id, resolve } of attempts) resolve(may.has(id));
    } catch (err) {
      failed = true;
      this.#log.warn({ err }, 'the database does not take how mails ended; they are kept');
      this.#endings.unshift(...endings);
      for (const { resolve } of attempts) resolve(false);
    }
    this.#under = undefined;
    if (failed) setTimeout(() => this.#flushSoon(), 200).unref();
    else if (this.#attempts.length > 0 || this.#endings.length > 0) this.#flushSoon();
  }
}
