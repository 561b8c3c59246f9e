import { z } from 'zod';
import { kindCodes } from './kinds.ts';
import { contentLines } from './piece.ts';
import { blank, code, day, rowId, several } from '#platform/http/fields.ts';

export const recurrences = ['weekly', 'biweekly', 'monthly', 'quarterly', 'yearly'] as const;

export const newSlotInput = z.object({
  name: z.string('input.required').trim().min(1, 'input.required').max(200),
  kind: z.enum(kindCodes, 'input.choice'),
  recurrence: z.enum(recurrences, 'input.choice'),
  startsOn: day,
  endsOn: blank(day),
  unit: blank(rowId),
  item: blank(rowId),
  owner: blank(z.uuid('input.person')),
  line: blank(z.enum(contentLines, 'input.choice')),
  /** Whom what it owes is written to. */
  segments: several(code, 50),
});

export const closedSlotInput = z.object({ slot: rowId });

export type NewSlotInput = z.output<typeof newSlotInput>;
