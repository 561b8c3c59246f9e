import { system } from '#platform/ctx.ts';
import { dayIn, type Day } from '#platform/clock/day.ts';
import { defaultZone } from '#platform/clock/zone.ts';
import { commandContext } from '#platform/events/tell.ts';
import type { App } from '#platform/http/visit.ts';
import { commandJob, type Job } from '#platform/jobs/jobs.ts';
import { zoneOf } from '#domains/organization/index.ts';
import { deleteVisitorsBefore, saltOf } from './visitors.queries.ts';

/** What of the process counting needs. */
export type Counting = Pick<App, 'database' | 'log' | 'clock'>;

/** The day in which a view counts, and the salt under which its visitor is told apart until that day ends. */
export class VisitDay {
  readonly #app: Counting;
  #salt: { day: Day; value: Promise<Buffer> } | undefined;
  /** The institution's, asked again now and then. */
  #zone: string = defaultZone;
  /** Days begin with a minute in every zone, and thousands of views come in one. */
  #today: { minute: number; zone: string; day: Day } | undefined;

  constructor(app: Counting) {
    this.#app = app;
  }

  today(): Day {
    const now = this.#app.clock();
    const minute = Math.floor(now.getTime() / 60_000);
    if (this.#today?.minute !== minute || this.#today.zone !== this.#zone)
      this.#today = { minute, zone: this.#zone, day: dayIn(now, this.#zone) };
    return this.#today.day;
  }

  /** One for each day and site, so that nobody is told to be the same on two of them. */
  async saltOf(day: Day, site: number): Promise<Buffer> {
    if (this.#salt?.day !== day) this.#salt = { day, value: saltOf(this.#app.database.primary, day) };
    this.#salt.value.catch(() => {
      this.#salt = undefined;
    });
    const salt = await this.#salt.value;
    return site === 0 ? salt : Buffer.concat([salt, Buffer.from(String(site))]);
  }

  async askZone(): Promise<void> {
    const { database, clock, log } = this.#app;
    await zoneOf(commandContext(database.primary, system, clock(), () => [])).then(
      (zone) => {
        this.#zone = zone;
      },
      (err: unknown) => log.error({ err }, 'the zone of the institution is not known yet'),
    );
  }
}

/** At the day's end its salt and sessions are destroyed: from then on no visit can be tied to another, or to anybody. */
export const forgetVisitors: Job = commandJob('metrics.forget-visitors', '1 0 * * *', async (ctx) =>
  deleteVisitorsBefore(ctx.db, dayIn(ctx.now, await zoneOf(ctx))),
);
