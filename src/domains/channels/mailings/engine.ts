import { randomUUID } from 'node:crypto';
import type { DueWork } from '#platform/jobs/due-clock.ts';
import { endWhatIsOver, tellLost } from './ending.ts';
import { nameLost, sayAlive, sayGone, selectGoing, selectNextDue, showProgress } from './engine.queries.ts';
import { houseOf, prepare, type Prepared } from './letterhead.ts';
import { Lines } from './lines.ts';
import { systemContext, type EngineApp } from './feed.ts';
import { Marker } from './marker.ts';
import type { MailingWithLetter } from './mailing.ts';
import { keepSlice } from './outbox-slice.ts';
import { providersOf } from './servers.ts';
import { sendSlice } from './send-slice.ts';
import type { Patience } from './smtp-connection.ts';
import { takeUp } from './taking-up.ts';

export interface EngineOptions {
  /** How long a worker that says nothing is believed to be there, in milliseconds. */
  readonly lease?: number;
  readonly slice?: number;
  readonly patience?: Patience;
  /** Whether nothing leaves the house, whatever the settings say: the demonstration. */
  readonly stay: (app: EngineApp) => Promise<boolean>;
}

type Work = Omit<DueWork, 'run' | 'next'> & {
  readonly next: (app: EngineApp) => Promise<Date | null>;
  readonly run: (app: EngineApp) => Promise<boolean | 'more'>;
  /** Ends what is open. */
  readonly close: () => Promise<void>;
};

/**
 * Mailings leave here, recipient by recipient. What is known of each is written down before and after: a worker that is killed leaves
 * nobody out and writes to nobody twice. Several workers share a mailing.
 */
export function mailingWork({ lease = 60_000, slice = 4000, patience, stay }: EngineOptions): Work {
  let own: { readonly worker: string; readonly lines: Lines; readonly marker: Marker } | undefined;
  const ready = new Map<string, Prepared>();
  let waitUntil = 0;

  const rest = async (app: EngineApp) => {
    if (!own) return;
    const { worker, lines, marker } = own;
    if (!(await marker.settled())) return;
    own = undefined;
    ready.clear();
    await lines.close();
    await sayGone(app.database.primary, worker);
  };

  const prepared = async (app: EngineApp, mailing: MailingWithLetter): Promise<Prepared> => {
    const key = `${mailing.id}:${mailing.sha256}`;
    const known = ready.get(key) ?? prepare(mailing, await houseOf(systemContext(app), app), app.vault);
    ready.set(key, known);
    return known;
  };

  return {
    name: 'channels.mailings',
    topic: 'mailings',
    next: async ({ database, clock }) => {
      const due = await selectNextDue(database.primary, clock());
      return due && new Date(Math.max(due.getTime(), clock().getTime() + waitUntil - performance.now()));
    },
    close: async () => {
      await own?.lines.close();
    },
    run: async (app) => {
      const { database, clock, log } = app;
      await tellLost(app, await nameLost(database.primary));
      const going = await selectGoing(database.primary, clock());
      const providers = (await stay(app)) ? [] : providersOf(app.config);
      let left = false;
      let waits = false;
      waitUntil = 0;
      for (const id of going) {
        const mailing = await takeUp(app, id);
        if (!mailing) continue;
        if (mailing.state === 'sending') {
          const worker = randomUUID();
          own ??= { worker, lines: new Lines(database.primary, log, patience), marker: new Marker(database.primary, worker, clock, log) };
          await sayAlive(database.primary, own.worker, lease);
          const heart = setInterval(() => void sayAlive(database.primary, own!.worker, lease).catch(() => undefined), lease / 4);
          const given = { ...own, app, providers, prepared: await prepared(app, mailing), end: performance.now() + slice };
          const done = await (providers.length === 0 ? keepSlice(given) : sendSlice(given)).finally(() => clearInterval(heart));
          await own.marker.settled();
          if (done.left) left = true;
          if (done.wait > 0) {
            waits = true;
            waitUntil = performance.now() + done.wait;
          }
          await showProgress(database.primary, id);
        }
        if (await endWhatIsOver(app, id)) left = true;
      }
      if (left) return 'more';
      // While a server asks to wait, its lines stay open only if that is short.
      if (!waits || waitUntil - performance.now() > 5000) await rest(app);
      return false;
    },
  };
}
