import { defaultZone } from '#platform/clock/zone.ts';
import { PgBoss } from 'pg-boss';
import type { Ctx } from '#platform/ctx.ts';
import { system } from '#platform/ctx.ts';
import type { App } from '#platform/http/visit.ts';
import { commandContext } from '#platform/events/tell.ts';

/** Work that runs outside a request: on a schedule, or asked for with `Later`. Retried five times, then on the dead-letter page. */
export interface Job {
  readonly name: string;
  /** Cron in the institution's zone; absent: only when asked for. */
  readonly cron?: string;
  readonly run: (app: App, data: Record<string, unknown>) => Promise<void>;
}

/** A three-line job that is one command, in a transaction of its own. */
export function commandJob(name: string, cron: string, body: (ctx: Ctx) => Promise<unknown>): Job {
  return {
    name,
    cron,
    run: async (app) => {
      await app.database.primary.transaction().execute((db) => body(commandContext(db, system, app.clock(), app.owed, app.vault)));
    },
  };
}

const retry = { retryLimit: 5, retryBackoff: true, retryDelay: 2 };

export class Jobs {
  readonly #boss: PgBoss;
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
    this.#boss = new PgBoss({ connectionString: app.database.url, schema: 'jobs', max: 3, application_name: 'pregon jobs' });
    this.#boss.on('error', (err: unknown) => app.log.error({ err }, 'the job queue failed'));
  }

  /** Starts the queue; a worker also takes jobs and keeps the schedules. */
  async open(jobs: readonly Job[], works: boolean, zone: string = defaultZone): Promise<this> {
    await this.#boss.start();
    for (const job of jobs) {
      await this.#boss.createQueue(job.name, retry);
      if (!works) continue;
      await this.#boss.work(job.name, async ([taken]) => {
        await job.run(this.#app, (taken?.data ?? {}) as Record<string, unknown>);
      });
      if (job.cron) await this.#boss.schedule(job.name, job.cron, {}, { tz: zone });
    }
    return this;
  }

  async askLater(name: string, data: Record<string, unknown> = {}): Promise<void> {
    await this.#boss.send(name, data);
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 10_000 });
  }
}
