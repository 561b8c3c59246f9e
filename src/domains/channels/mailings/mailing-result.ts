import type { Ctx } from '#platform/ctx.ts';
import type { Source } from '../dispatch.ts';
import type { RecipientCounts } from './mailing.ts';
import { mailingHere } from './mailings.ts';
import { countRecipientStates } from './recipients.queries.ts';

/** What a mailing that is over came to. */
export interface MailingResult {
  readonly source: Source;
  /** A kind of sending: `internal` goes to the house's own people alone. */
  readonly kind: string;
  readonly segments: readonly string[];
  readonly counts: RecipientCounts;
}

/** How a mailing ended, for the ledger; null while it is not over. @throws NotFound */
export async function mailingResult(ctx: Ctx, id: number): Promise<MailingResult | null> {
  const { source, kind, segments, state } = await mailingHere(ctx, id);
  return state === 'finished' || state === 'cancelled' ? { source, kind, segments, counts: await countRecipientStates(ctx.db, id) } : null;
}
