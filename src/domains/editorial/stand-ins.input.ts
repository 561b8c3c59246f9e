import { z } from 'zod';
import { day, orNull, pieceId } from './pieces.input.ts';

export const standInInput = z.object({
  /** For whom; oneself when absent. */
  person: orNull(z.uuid('input.person')),
  standIn: z.uuid('input.person'),
  startsOn: day,
  endsOn: day,
});

export const endedStandInInput = z.object({ id: pieceId });

export type StandInInput = z.output<typeof standInInput>;
