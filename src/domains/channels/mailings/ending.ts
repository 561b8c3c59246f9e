import { system, type Ctx } from '#platform/ctx.ts';
import { transact } from '#platform/db/database.ts';
import { commandContext } from '#platform/events/tell.ts';
import { notify } from '#domains/organization/index.ts';
import { openWave, selectLeft } from './engine.queries.ts';
import type { EngineApp } from './feed.ts';
import { mailingTopic, type Mailing, type RecipientCounts } from './mailing.ts';
import { lockMailing, moveMailing } from './mailings.queries.ts';
import { countRecipientStates } from './recipients.queries.ts';

/** Opens the next wave when its hour has come, or ends a mailing of which nothing is left. @returns whether another wave opened */
export async function endWhatIsOver(app: EngineApp, id: number): Promise<boolean> {
  const look = await selectLeft(app.database.primary, id, app.clock());
  if (look.queued > 0 || look.attempted > 0) return false;
  return inTurn(app, async (ctx) => {
    const mailing = await lockMailing(ctx.db, id);
    if (mailing?.state !== 'sending' || mailing.fixedAt === null) return false;
    const { queued, attempted, later } = await selectLeft(ctx.db, id, ctx.now);
    if (queued > 0 || attempted > 0) return false;
    if (mailing.wave < mailing.waves - 1) return openNext(ctx, mailing);
    if (later === 0) await finish(ctx, mailing);
    return false;
  });
}

async function openNext(ctx: Ctx, mailing: Mailing): Promise<boolean> {
  const opens = (mailing.waveAt ?? ctx.now).getTime() + mailing.minutes * 60_000;
  if (opens > ctx.now.getTime()) return false;
  await openWave(ctx.db, mailing.id, mailing.wave + 1, ctx.now);
  return true;
}

async function finish(ctx: Ctx, mailing: Mailing): Promise<void> {
  const counts = await countRecipientStates(ctx.db, mailing.id);
  await moveMailing(ctx.db, mailing.id, { from: ['sending'], to: 'finished', by: null, now: ctx.now });
  await ctx.tell({
    name: 'mailing.finished',
    subject: { type: 'mailing', id: mailing.id },
    before: { state: 'sending' },
    after: { state: 'finished', ...said(counts) },
    payload: { source: mailing.source, class: mailing.class, kind: mailing.kind, counts, recipients: mailing.recipients },
    topics: ['mailings', mailingTopic(mailing.id)],
  });
  await tellSender(ctx, mailing, 'mailing.finished', { accepted: counts.accepted });
}

/** Too many fail: it stops before more do, and tells who let it go. */
export function pauseByItself(app: EngineApp, id: number, { failed, done }: { failed: number; done: number }): Promise<void> {
  return inTurn(app, async (ctx) => {
    const mailing = await lockMailing(ctx.db, id, true);
    if (mailing?.state !== 'sending') return;
    await moveMailing(ctx.db, id, { from: ['sending'], to: 'paused', by: null, now: ctx.now });
    await ctx.tell({
      name: 'mailing.failing',
      subject: { type: 'mailing', id },
      before: { state: 'sending' },
      after: { state: 'paused', failed, done },
      topics: ['mailings', mailingTopic(id)],
    });
    await tellSender(ctx, mailing, 'mailing.failing', { failed, done });
  });
}

/** A worker went away with some on their way: whoever let it go is told that a person must look. */
export async function tellLost(app: EngineApp, lost: readonly { mailing: number; count: number }[]): Promise<void> {
  for (const { mailing: id, count } of lost)
    await inTurn(app, async (ctx) => {
      const mailing = await lockMailing(ctx.db, id, true);
      await ctx.tell({
        name: 'mailing.lost',
        subject: { type: 'mailing', id },
        after: { unknown: count },
        topics: ['mailings', mailingTopic(id)],
      });
      if (mailing) await tellSender(ctx, mailing, 'mailing.lost', { count });
    });
}

const said = ({ accepted, unknown, bounced, suppressed }: RecipientCounts) => ({ accepted, unknown, bounced, suppressed });

const tellSender = (
  ctx: Ctx,
  mailing: Mailing,
  kind: 'mailing.finished' | 'mailing.failing' | 'mailing.lost',
  facts: Record<string, number>,
) =>
  notify(ctx, {
    to: [mailing.startedBy],
    kind,
    facts: { title: mailing.title, ...facts },
    path: `/workspace/mailings/${mailing.id}`,
    subject: { type: 'mailing', id: mailing.id },
  });

const inTurn = <T>(app: EngineApp, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  transact(app.database.primary, (db) => work(commandContext(db, system, app.clock(), app.owed, app.vault)));
