import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '#platform/http/visit.ts';

/** Work that has an hour of its own: known beforehand, and carried out when it comes. */
export interface DueWork {
  readonly name: string;
  /** The live topic that is told whenever the next hour may have changed. */
  readonly topic: string;
  /** When the next is due; null when nothing waits. */
  readonly next: (app: App) => Promise<Date | null>;
  /** Carries out all that is due; true when something due was left, because another process held it; `more` when it goes on at once. */
  readonly run: (app: App) => Promise<boolean | 'more'>;
  /** Lets go what stays open between two turns. */
  readonly close?: () => Promise<void>;
}

// A clock that was set, or a notice that was lost, costs at most this long.
const longest = 30_000;
const again = 250;

/** Sleeps until the next hour comes, wakes when the hour changes, and fires at it; never twice at once. */
export class DueClock {
  readonly #app: App;
  readonly #work: DueWork;
  #timer: NodeJS.Timeout | undefined;
  #under: Promise<void> = Promise.resolve();
  #queued = false;
  #closed = false;

  constructor(app: App, work: DueWork) {
    this.#app = app;
    this.#work = work;
  }

  start(): this {
    this.#app.listener.on('live', this.#hear).on('gap', this.#wake);
    this.#wake();
    return this;
  }

  readonly #hear = ({ topic }: { topic: string }) => {
    if (topic === this.#work.topic) this.#wake();
  };

  readonly #wake = () => {
    if (this.#queued || this.#closed) return;
    this.#queued = true;
    clearTimeout(this.#timer);
    this.#under = this.#under.then(() => this.#turn());
  };

  async #turn(): Promise<void> {
    this.#queued = false;
    if (this.#closed) return;
    let wait = longest;
    try {
      const left = await this.#work.run(this.#app);
      const next = await this.#work.next(this.#app);
      if (left) wait = left === 'more' ? 0 : again;
      else if (next) wait = Math.min(longest, Math.max(again, next.getTime() - this.#app.clock().getTime()));
    } catch (err) {
      this.#app.log.error({ work: this.#work.name, err }, 'what is due waits for a moment');
    }
    clearTimeout(this.#timer);
    if (!this.#closed) this.#timer = setTimeout(this.#wake, wait);
  }

  /** Carries out what is due now, after what is under way, until nothing of it is left. */
  async settle(): Promise<void> {
    for (;;) {
      const turn = this.#under.then(() => this.#work.run(this.#app));
      this.#under = turn.then(
        () => undefined,
        () => undefined,
      );
      if (!(await turn)) return;
      await pause(20);
    }
  }

  /** Ends what is under way and takes no more. */
  async stop(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#app.listener.off('live', this.#hear).off('gap', this.#wake);
    await this.#under;
    await this.#work.close?.();
  }
}
