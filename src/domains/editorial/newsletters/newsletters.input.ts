import { z } from 'zod';
import { day, rowId } from '#platform/http/fields.ts';

/** The whole form of a newsletter: what each story says, and what was pressed: `keep`, `up:7`, `down:7`, `first:7`, `leave:7`, `take:7`, `renew`. */
export const newsletterInput = z
  .object({
    piece: rowId,
    revision: z.coerce.number('input.number').int('input.number').min(0),
    intent: z
      .string()
      .regex(/^(keep|renew|(up|down|first|leave|take):\d{1,15})$/, 'input.choice')
      .catch('keep'),
  })
  .catchall(z.string().max(4000, 'input.too_big'));

export type NewsletterInput = z.output<typeof newsletterInput>;

/** A day on which a slot owes a newsletter. */
export const proposedTurnInput = z.object({ slot: rowId, day });

export type ProposedTurn = z.output<typeof proposedTurnInput>;
