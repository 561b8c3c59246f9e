import { z } from 'zod';
import { kindCodes } from './kinds.ts';
import { contentLines } from './piece.ts';
import { day, orNull, pieceId } from './pieces.input.ts';

export const recurrences = ['weekly', 'biweekly', 'monthly', 'quarterly', 'yearly'] as const;

export const newSlotInput = z.object({
  name: z.string('input.required').trim().min(1, 'input.required').max(200),
  kind: z.enum(kindCodes, 'input.choice'),
  recurrence: z.enum(recurrences, 'input.choice'),
  startsOn: day,
  endsOn: orNull(day),
  unit: orNull(pieceId),
  item: orNull(pieceId),
  owner: orNull(z.uuid('input.person')),
  line: orNull(z.enum(contentLines, 'input.choice')),
});

export const closedSlotInput = z.object({ slot: pieceId });

export type NewSlotInput = z.output<typeof newSlotInput>;
