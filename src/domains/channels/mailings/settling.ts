import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { channelsPolicy } from '../policy.ts';
import { mailingTopic } from './mailing.ts';
import { mailingHere } from './mailings.ts';
import { moveMailing } from './mailings.queries.ts';
import { settleUnknown } from './recipients.queries.ts';

interface Said {
  readonly mailing: number;
  /** Send them again; they did arrive; or leave them as not arrived. */
  readonly say: 'again' | 'accepted' | 'leave';
  readonly note: string;
  readonly recipients: readonly number[];
}

const to = { again: 'queued', accepted: 'accepted', leave: 'bounced' } as const;

/** Deliveries of which nobody heard how they ended: a person looked, and says. Only so are they sent again. */
export async function settleUnknownRecipients(
  ctx: Ctx,
  { mailing: id, say, note, recipients }: Said,
): Promise<{ settled: number } | Refusal> {
  authorize(ctx.actor, channelsPolicy, 'mailings.send');
  const mailing = await mailingHere(ctx, id, true);
  if (say === 'again' && !['sending', 'paused', 'finished'].includes(mailing.state)) return refuse('mailing.moved');
  const settled = await settleUnknown(ctx.db, id, to[say], recipients, note, ctx.now);
  if (settled === 0) return refuse('mailing.none_unknown');
  // One that was over goes on for them alone.
  if (say === 'again') await moveMailing(ctx.db, id, { from: ['finished'], to: 'sending', by: ctx.actor.id, now: ctx.now, note });
  await ctx.tell({
    name: 'mailing.settled',
    subject: { type: 'mailing', id },
    after: { settled, as: say, note },
    topics: ['mailings', mailingTopic(id)],
  });
  return { settled };
}
