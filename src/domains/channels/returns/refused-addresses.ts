import type { Reaction } from '#platform/events/reactions.ts';
import { stopReturned } from '#domains/audiences/index.ts';
import { selectRefused } from './refused-addresses.queries.ts';
import { returnedOf } from './return-rule.ts';

/**
 * What a server said to our face while a mailing left counts like what comes back later: to a mailbox that it does not have nobody writes again.
 * Without an enhanced status (RFC 3463) a 550 may mean anything, and nothing is held against the address.
 */
export const stopRefused: Reaction = {
  name: 'channels.stop-refused',
  to: ['mailing.finished', 'mailing.cancelled'],
  react: async (ctx, event) => {
    for (const { contact, answer } of await selectRefused(ctx.db, Number(event.subject_id))) {
      const [, status = ''] = /\b(5\.\d{1,3}\.\d{1,3})\b/.exec(answer) ?? [];
      if (status !== '' && returnedOf({ action: 'failed', status }) === 'hard') await stopReturned(ctx, { contact, reason: 'bounced' });
    }
  },
};
