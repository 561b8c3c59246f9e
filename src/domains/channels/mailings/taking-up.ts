import { system, type Ctx } from '#platform/ctx.ts';
import { transact } from '#platform/db/database.ts';
import { commandContext } from '#platform/events/tell.ts';
import { notify } from '#domains/organization/index.ts';
import type { SourceKeeper } from '../carriers.ts';
import type { EngineApp } from './feed.ts';
import { fixRecipients } from './fixing.ts';
import { mailingTopic, type MailingWithLetter } from './mailing.ts';
import { statesBefore } from './mailing-states.ts';
import { lockMailing, moveMailing, selectMailing } from './mailings.queries.ts';
import { tellGoing } from './starting.ts';

/** A mailing whose hour has come begins; who they are is fixed once. Undefined when another worker is at just that. */
export async function takeUp(app: EngineApp, id: number, sources: readonly SourceKeeper[]): Promise<MailingWithLetter | undefined> {
  const known = await selectMailing(app.database.primary, id);
  if (known?.state === 'sending' && known.fixedAt !== null) return known;
  return transact(app.database.primary, async (db) => {
    const ctx = commandContext(db, system, app.clock(), app.owed, app.vault);
    const asked = await selectMailing(db, id);
    // The source first, the mailing second: in the order in which an edit of the source takes them.
    const hold = asked?.fixedAt === null ? await sources.find(({ type }) => type === asked.source.type)?.lock(ctx, asked) : undefined;
    const mailing = await lockMailing(db, id);
    if (!mailing || hold === 'busy') return undefined;
    if (hold === 'void' && mailing.fixedAt === null) return void (await stop(ctx, mailing));
    if (mailing.state === 'scheduled' && mailing.dueAt !== null && mailing.dueAt <= ctx.now) {
      await moveMailing(db, id, { from: ['scheduled'], to: 'sending', by: null, now: ctx.now });
      await tellGoing(ctx, mailing, 'mailing.started', { state: 'sending' });
    } else if (mailing.state !== 'sending') return undefined;
    if (mailing.fixedAt === null) await fixRecipients(ctx, mailing);
    return selectMailing(db, id);
  });
}

/** What it is made of is no longer what was approved. */
async function stop(ctx: Ctx, mailing: MailingWithLetter): Promise<void> {
  await moveMailing(ctx.db, mailing.id, { from: statesBefore('cancel'), to: 'cancelled', by: null, now: ctx.now });
  await ctx.tell({
    name: 'mailing.cancelled',
    subject: { type: 'mailing', id: mailing.id },
    before: { state: mailing.state },
    after: { state: 'cancelled' },
    topics: ['mailings', mailingTopic(mailing.id)],
  });
  await notify(ctx, {
    to: [mailing.startedBy],
    kind: 'mailing.void',
    facts: { title: mailing.title },
    path: `/workspace/mailings/${mailing.id}`,
    subject: { type: 'mailing', id: mailing.id },
  });
}
