import type { Ctx } from '#platform/ctx.ts';
import { mailingTopic } from './mailing.ts';
import { markReturned, type RecipientOf } from './recipients.queries.ts';

/**
 * A mail came back, or its reader complained: what of it is known from now on. Undefined when it is not one of ours, or that was known.
 * Who reads what comes back has asked `recipientOfBounce` whose it is.
 */
export async function noteReturned(
  ctx: Ctx,
  recipient: number,
  { state, answer }: { state: 'bounced' | 'complained'; answer: string },
): Promise<RecipientOf | undefined> {
  const known = await markReturned(ctx.db, recipient, state, answer.slice(0, 500), ctx.now);
  if (!known) return undefined;
  await ctx.tell({
    name: 'mailing.returned',
    subject: { type: 'mailing', id: known.mailing },
    after: { state },
    payload: { recipient, contact: known.contact, state },
    topics: [mailingTopic(known.mailing)],
  });
  return known;
}
