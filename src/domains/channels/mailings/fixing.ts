import type { Ctx } from '#platform/ctx.ts';
import { recipientsOf } from '#domains/audiences/index.ts';
import type { MailingWithLetter } from './mailing.ts';
import { mailingTopic } from './mailing.ts';
import { insertRecipients, markFixed } from './recipients.queries.ts';

/** Fixes who gets a mailing that has begun: from here on nobody else does. The mailing is locked by whoever calls. */
export async function fixRecipients(ctx: Ctx, mailing: MailingWithLetter): Promise<number> {
  const selection = await recipientsOf(ctx, mailing);
  const fixed = await insertRecipients(ctx.db, mailing.id, selection, mailing, mailing.excludedMailings);
  await markFixed(ctx.db, mailing.id, fixed, ctx.now);
  await ctx.tell({
    name: 'mailing.fixed',
    subject: { type: 'mailing', id: mailing.id },
    after: { recipients: fixed.count, waves: fixed.waves },
    topics: ['mailings', mailingTopic(mailing.id)],
  });
  return fixed.count;
}
