import { isbot } from 'isbot';
import { dayIn, type Day } from '#platform/clock/day.ts';
import { commandJob, type Job } from '#platform/jobs/jobs.ts';
import type { App } from '#platform/http/visit.ts';
import { recordFacts, type Fact } from './facts.ts';
import { deleteVisitorsBefore, insertSeen, saltOf, type Seen } from './visitors.queries.ts';

/** One public page answered. */
export interface View {
  /** The first part of its address: `home`, `news` … Never a whole address. */
  readonly section: string;
  readonly userAgent: string;
  /** A hash of address and browser under the day's salt; null when the visitor asked not to be told apart (Sec-GPC, DNT). */
  readonly visitor: ((salt: Uint8Array) => Buffer) | null;
}

const zone = 'America/Bogota';
const flushEvery = 60_000;
const mostWaiting = 5_000;

/**
 * Counts page views and sessions on the server: no cookie, no script, no address kept. A visitor is a hash that cannot be made
 * again once the day's salt is destroyed. Counts wait in memory and are written together each minute.
 */
export class Collector {
  readonly #app: Pick<App, 'database' | 'log' | 'clock'>;
  readonly #timer: NodeJS.Timeout;
  #views = new Map<string, { day: Day; section: string; count: number }>();
  #seen: Seen[] = [];
  #salt: { day: Day; value: Promise<Buffer> } | undefined;
  #under: Promise<void> = Promise.resolve();

  constructor(app: Pick<App, 'database' | 'log' | 'clock'>) {
    this.#app = app;
    this.#timer = setInterval(() => void this.flush(), flushEvery).unref();
  }

  /** Never holds the answer up, and never fails it. */
  count({ section, userAgent, visitor }: View): void {
    if (isbot(userAgent)) return;
    const day = dayIn(this.#app.clock(), zone);
    this.#add({ day, section, count: 1 });
    if (!visitor || section === 'home') return;
    this.#under = Promise.all([
      this.#under,
      this.#saltFor(day).then((salt) => {
        this.#seen.push({ day, section, visitor: visitor(salt) });
      }),
    ])
      .then(() => (this.#seen.length >= mostWaiting ? this.#write() : undefined))
      .catch((err: unknown) => this.#app.log.error({ err }, 'a visit was not counted'));
  }

  /** Writes what waits; what cannot be written waits for the next time. */
  flush(): Promise<void> {
    this.#under = this.#under.then(() => this.#write());
    return this.#under;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }

  #add({ day, section, count }: { day: Day; section: string; count: number }): void {
    const key = `${day} ${section}`;
    this.#views.set(key, { day, section, count: (this.#views.get(key)?.count ?? 0) + count });
  }

  #saltFor(day: Day): Promise<Buffer> {
    if (this.#salt?.day !== day) this.#salt = { day, value: saltOf(this.#app.database.primary, day) };
    this.#salt.value.catch(() => {
      this.#salt = undefined;
    });
    return this.#salt.value;
  }

  async #write(): Promise<void> {
    const [views, seen] = [[...this.#views.values()], this.#seen];
    this.#views = new Map();
    this.#seen = [];
    if (views.length === 0 && seen.length === 0) return;
    try {
      await this.#app.database.primary.transaction().execute(async (db) => {
        const sessions = await insertSeen(db, seen);
        await recordFacts(db, [
          ...views.map(({ day, section, count }) => bulk('metrics.page_views', day, section, count)),
          ...sessions.map(({ day, section, sessions: count }) => bulk('metrics.inner_page_sessions', day, section, count)),
        ]);
      });
    } catch (err) {
      this.#app.log.error({ err }, 'visits wait to be written');
      views.forEach((view) => this.#add(view));
      this.#seen = [...seen, ...this.#seen].slice(0, mostWaiting * 4);
    }
  }
}

const bulk = (measure: string, day: Day, section: string, amount: number): Fact => ({
  measure,
  day,
  section,
  amount,
  record: { type: 'section', id: section },
});

/** At the day's end its salt and sessions are destroyed: from then on no visit can be tied to another, or to anybody. */
export const forgetVisitors: Job = commandJob('metrics.forget-visitors', '1 0 * * *', (ctx) =>
  deleteVisitorsBefore(ctx.db, dayIn(ctx.now, zone)),
);
