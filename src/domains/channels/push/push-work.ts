import { system, type Ctx } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import type { App } from '#platform/http/visit.ts';
import type { DueWork } from '#platform/jobs/due-clock.ts';
import { postPush, type PushHouse, type PushOutcome } from '#platform/push/post-push.ts';
import { unpushedNotices, institutionOf, wholeName } from '#domains/organization/index.ts';
import { pushKeys } from './keys.ts';
import { selectPeopleOn, sendToPerson } from './messages.queries.ts';
import { end } from './subscriptions.ts';
import { type ClaimedPush, claimPushes, markPush, nameLostPushes, postponeHost, selectNextPush } from './work.queries.ts';

export type PushApp = Pick<App, 'config' | 'database' | 'clock' | 'owed' | 'vault' | 'log'>;

interface Options {
  /** Whether nothing leaves the house, whatever the settings say: the demonstration. */
  readonly stay: (app: PushApp) => Promise<boolean>;
  /** How long a service may take to answer, in milliseconds. */
  readonly patience?: number;
}

// So many at once on their way; a push service takes thousands a second, a house sends some hundreds.
const atOnce = 16;
const tries = 6;
// Longer than any service takes to answer: whoever had it on its way then is gone.
const lost = 60_000;
// How often own notices are looked for.
const every = 10_000;

/** Notices leave here for devices: each is marked before a byte of it leaves and after its answer, so that none leaves twice. */
export function pushWork({ stay, patience }: Options): Omit<DueWork, 'next' | 'run'> & {
  readonly next: (app: PushApp) => Promise<Date | null>;
  readonly run: (app: PushApp) => Promise<boolean | 'more'>;
} {
  return {
    name: 'channels.push',
    topic: 'dispatches',
    next: async (app) => {
      if (await stay(app)) return null;
      const soon = new Date(app.clock().getTime() + every);
      const due = await selectNextPush(app.database.primary);
      return due && due < soon ? due : soon;
    },
    run: async (app) => {
      if (await stay(app)) return false;
      const { primary } = app.database;
      await within(app, tellNotices);
      await nameLostPushes(primary, new Date(app.clock().getTime() - lost));
      for (;;) {
        const claimed = await primary.transaction().execute((db) => claimPushes(db, app.clock(), atOnce));
        if (claimed.length === 0) return false;
        const house = await pushHouse(app);
        await Promise.all(claimed.map((one) => sendOne(app, one, house, patience)));
      }
    },
  };
}

/** What own notices say is written down for each one's devices; a notice never holds words of what is secret. */
async function tellNotices(ctx: Ctx): Promise<void> {
  const people = await selectPeopleOn(ctx.db);
  if (people.length === 0) return;
  const notices = await unpushedNotices(ctx, people);
  if (notices.length === 0) return;
  const title = wholeName(await institutionOf(ctx));
  for (const { id, person, says, path, language } of notices) {
    const message = { title, body: says, path, tag: `notice-${id}`, language };
    await sendToPerson(ctx.db, person, { dispatch: null, message, diesAt: new Date(ctx.now.getTime() + 86_400_000) }, ctx.now);
  }
}

async function pushHouse(app: PushApp): Promise<PushHouse> {
  const { SMTP_FROM: from, PUBLIC_URL: url, PUSH_SERVICE_URL: ownService } = app.config;
  const subject = from ? `mailto:${from}` : url?.startsWith('https:') ? url : 'mailto:pregon@localhost.localdomain';
  return { ...(await within(app, pushKeys)), subject, ownService };
}

async function sendOne(app: PushApp, one: ClaimedPush, house: PushHouse, patience: number | undefined): Promise<void> {
  const ttl = Math.max(0, Math.round((one.diesAt.getTime() - app.clock().getTime()) / 1000));
  const { tag, ...message } = one.message;
  const sent = { text: JSON.stringify({ ...message, tag }), ttl, topic: tag.replaceAll(/[^\w-]/g, '-').slice(0, 32) };
  const outcome = await postPush(one, sent, house, patience).catch((err: unknown): PushOutcome => {
    // It could not even be sealed: nothing left.
    app.log.warn({ err, subscription: one.subscription }, 'a notice could not be sealed for its device');
    return { is: 'refused', status: 0 };
  });
  await settle(app, one, outcome);
}

async function settle(app: PushApp, one: ClaimedPush, outcome: PushOutcome): Promise<void> {
  const now = app.clock();
  await within(app, async (ctx) => {
    const mark = (state: Parameters<typeof markPush>[2]['state'], status: number | null, nextAt = now) =>
      markPush(ctx.db, one, { state, status, nextAt });
    if (outcome.is === 'unknown') return mark('unknown', null);
    if (outcome.is === 'gone') {
      await mark('expired', outcome.status);
      return end(ctx, [one.subscription]);
    }
    if (outcome.is !== 'later') return mark(outcome.is, outcome.status);
    if (one.tries >= tries) return mark('refused', outcome.status);
    const seconds = outcome.wait ?? 30 * 2 ** (one.tries - 1);
    const until = new Date(now.getTime() + seconds * 1000);
    await mark('queued', outcome.status, until);
    if (outcome.status === 429) await postponeHost(ctx.db, one.host, until);
  });
}

const within = <T>({ database, clock, owed, vault }: PushApp, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  database.primary.transaction().execute((db) => work(commandContext(db, system, clock(), owed, vault)));
