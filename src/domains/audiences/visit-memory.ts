import { system } from '#platform/ctx.ts';
import { transact } from '#platform/db/database.ts';
import { commandContext } from '#platform/events/tell.ts';
import type { App } from '#platform/http/visit.ts';
import { todayOf } from '#domains/organization/index.ts';
import { keepSubjects } from './interactions.queries.ts';
import { whoVisits } from './visit-consent.ts';
import { insertVisits, type Visited } from './visits.queries.ts';

const hour = 60 * 60_000;
const mostKept = 50_000;

/** What of the process it needs. */
type Own = Pick<App, 'database' | 'vault' | 'clock' | 'log' | 'owed'>;

interface Waiting extends Visited {
  readonly cookie: string;
}

/**
 * Notes which sections of the portal are looked at by browsers that agreed to it, each once a day. A page that was noted already is answered from
 * memory; what comes while a statement runs goes together in the next.
 */
export class VisitMemory {
  readonly #app: Own;
  readonly #noted = new Set<string>();
  /** Of those who took it back, or are gone. */
  readonly #void = new Set<string>();
  #since = 0;
  #waiting: Waiting[] = [];
  #under: Promise<void> | undefined;

  constructor(app: Own) {
    this.#app = app;
  }

  /** Never holds the answer up. @returns whether the browser may go on with what it keeps */
  note(cookie: string, section: string): boolean {
    const now = this.#app.clock();
    this.#forgetHourly(now);
    if (this.#void.has(cookie)) return false;
    const whole = `${cookie} ${section}`;
    if (this.#noted.has(whole)) return true;
    const whose = whoVisits(this.#app.vault, cookie, now);
    if (!whose) return false;
    this.#noted.add(whole);
    this.#waiting.push({ ...whose, section, cookie });
    this.#under ??= this.#write().finally(() => {
      this.#under = undefined;
    });
    return true;
  }

  /** Waits for what is being noted. */
  async close(): Promise<void> {
    await this.#under;
  }

  // A day begins, and a person may be asked again on another process: what is in memory is soon stale.
  #forgetHourly(now: Date): void {
    const current = Math.floor(now.getTime() / hour);
    if (current === this.#since && this.#noted.size + this.#void.size < mostKept) return;
    this.#since = current;
    this.#noted.clear();
    this.#void.clear();
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const seen = this.#waiting;
      this.#waiting = [];
      try {
        for (const at of await this.#insert(seen)) this.#void.add(seen[at]!.cookie);
      } catch (err) {
        // The next look at the same section tries again.
        for (const { cookie, section } of seen) this.#noted.delete(`${cookie} ${section}`);
        this.#app.log.error({ err }, 'a visit was not remembered');
      }
    }
  }

  async #insert(seen: readonly Waiting[]): Promise<number[]> {
    const { database, clock, owed } = this.#app;
    return transact(database.primary, async (db) => {
      const now = clock();
      const sections = [...new Set(seen.map(({ section }) => section))];
      await keepSubjects(
        db,
        sections.map((section) => ({ act: 'visited' as const, code: section, name: section })),
        now,
      );
      const visits = seen.map(({ contact, since, section }) => ({ contact, since, section }));
      return insertVisits(db, visits, await todayOf(commandContext(db, system, now, owed)));
    });
  }
}
