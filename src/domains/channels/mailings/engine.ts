import { randomUUID } from 'node:crypto';
import type { Db } from '#platform/db/database.ts';
import type { Log } from '#platform/log/log.ts';
import type { DueWork } from '#platform/jobs/due-clock.ts';
import type { SourceKeeper } from '../carriers.ts';
import { endWhatIsOver, tellLost } from './ending.ts';
import { nameLost, sayAlive, sayGone, selectGoing, selectNextDue, showProgress } from './engine.queries.ts';
import { houseOf, prepare, type Prepared } from './letterhead.ts';
import { Lines } from './lines.ts';
import { systemContext, type EngineApp } from './feed.ts';
import { Marker } from './marker.ts';
import type { MailingWithLetter } from './mailing.ts';
import { keepSlice } from './outbox-slice.ts';
import { providersOf } from './servers.ts';
import { sendSlice, type SliceDone } from './send-slice.ts';
import type { Patience } from './smtp-connection.ts';
import { takeUp } from './taking-up.ts';

export interface EngineOptions {
  /** How long a worker that says nothing is believed to be there, in milliseconds. */
  readonly lease?: number;
  readonly slice?: number;
  readonly patience?: Patience;
  /** Whether nothing leaves the house, whatever the settings say: the demonstration. */
  readonly stay: (app: EngineApp) => Promise<boolean>;
  /** Whom to ask whether what a mailing is made of still is what was approved. */
  readonly sources?: readonly SourceKeeper[];
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
export function mailingWork({ lease = 60_000, slice = 4000, patience, stay, sources = [] }: EngineOptions): Work {
  let own: { readonly worker: string; readonly lines: Lines; readonly marker: Marker } | undefined;
  const ready = new Map<string, Prepared>();
  let waitUntil = 0;
  let last: EngineApp | undefined;

  /** Lets go of everything: what it had claimed is anybody's, once what it knows of others is written. */
  const rest = async (app: EngineApp) => {
    if (!own) return;
    const { worker, lines, marker } = own;
    own = undefined;
    ready.clear();
    await lines.close();
    // Otherwise it falls silent: what it had on its way is named unknown, until it can say better.
    if (await marker.settled()) await sayGone(app.database.primary, worker);
  };

  const prepared = async (app: EngineApp, mailing: MailingWithLetter): Promise<Prepared> => {
    const key = `${mailing.id}:${mailing.sha256}`;
    const known = ready.get(key) ?? prepare(mailing, await houseOf(systemContext(app), app), app.vault);
    ready.set(key, known);
    return known;
  };

  /** All that can leave now: whether more can at once, and how long the servers ask to wait. */
  const turn = async (app: EngineApp): Promise<SliceDone> => {
    const { database, clock, log } = app;
    await tellLost(app, await nameLost(database.primary));
    const going = await selectGoing(database.primary, clock());
    const providers = (await stay(app)) ? [] : providersOf(app.config);
    let left = false;
    let wait = 0;
    for (const id of going) {
      const mailing = await takeUp(app, id, sources);
      if (!mailing) continue;
      if (mailing.state === 'sending') {
        own ??= begin(database.primary, clock, log);
        const { worker, marker } = own;
        await sayAlive(database.primary, worker, lease);
        const heart = setInterval(() => void sayAlive(database.primary, worker, lease).catch(() => undefined), lease / 4);
        const given = { ...own, app, providers, prepared: await prepared(app, mailing), end: performance.now() + slice };
        const done = await (providers.length === 0 ? keepSlice(given) : sendSlice(given)).finally(() => clearInterval(heart));
        await marker.settled();
        left ||= done.left;
        wait = Math.max(wait, done.wait);
        await showProgress(database.primary, id);
      }
      if (await endWhatIsOver(app, id)) left = true;
    }
    return { left, wait };
  };

  const begin = (db: Db, clock: () => Date, log: Log) => {
    const worker = randomUUID();
    return { worker, lines: new Lines(db, log, patience), marker: new Marker(db, worker, clock, log) };
  };

  return {
    name: 'channels.mailings',
    topic: 'mailings',
    next: async ({ database, clock }) => {
      const due = await selectNextDue(database.primary, clock());
      return due && new Date(Math.max(due.getTime(), clock().getTime() + waitUntil - performance.now()));
    },
    close: async () => {
      if (last) await rest(last);
    },
    run: inTurn,
  };

  async function inTurn(app: EngineApp): Promise<boolean | 'more'> {
    last = app;
    try {
      const { left, wait } = await turn(app);
      waitUntil = performance.now() + wait;
      if (left) return 'more';
      // While a server asks to wait for a moment, its lines stay open.
      if (wait === 0 || wait > 5000) await rest(app);
      return false;
    } catch (cause) {
      // The database went away, as a rule: whoever comes back comes as another.
      await rest(app).catch((err: unknown) => app.log.warn({ err }, 'a worker could not say that it is gone'));
      throw cause;
    }
  }
}
