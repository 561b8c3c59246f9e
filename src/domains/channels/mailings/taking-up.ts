import { system } from '#platform/ctx.ts';
import { transact } from '#platform/db/database.ts';
import { commandContext } from '#platform/events/tell.ts';
import type { EngineApp } from './feed.ts';
import { fixRecipients } from './fixing.ts';
import type { MailingWithLetter } from './mailing.ts';
import { lockMailing, moveMailing, selectMailing } from './mailings.queries.ts';
import { tellGoing } from './starting.ts';

/** A mailing whose hour has come begins; who they are is fixed once. Undefined when another worker is at just that. */
export async function takeUp(app: EngineApp, id: number): Promise<MailingWithLetter | undefined> {
  const known = await selectMailing(app.database.primary, id);
  if (known?.state === 'sending' && known.fixedAt !== null) return known;
  return transact(app.database.primary, async (db) => {
    const ctx = commandContext(db, system, app.clock(), app.owed, app.vault);
    const mailing = await lockMailing(db, id);
    if (!mailing) return undefined;
    if (mailing.state === 'scheduled' && mailing.dueAt !== null && mailing.dueAt <= ctx.now) {
      await moveMailing(db, id, { from: ['scheduled'], to: 'sending', by: null, now: ctx.now });
      await tellGoing(ctx, mailing, 'mailing.started', { state: 'sending' });
    } else if (mailing.state !== 'sending') return undefined;
    if (mailing.fixedAt === null) await fixRecipients(ctx, mailing);
    return selectMailing(db, id);
  });
}
