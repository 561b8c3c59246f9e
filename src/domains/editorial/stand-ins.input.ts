import { z } from 'zod';
import { day, blank, rowId } from '#platform/http/fields.ts';

export const standInInput = z.object({
  /** For whom; oneself when absent. */
  person: blank(z.uuid('input.person')),
  standIn: z.uuid('input.person'),
  startsOn: day,
  endsOn: day,
});

export const endedStandInInput = z.object({ id: rowId });

export type StandInInput = z.output<typeof standInInput>;
