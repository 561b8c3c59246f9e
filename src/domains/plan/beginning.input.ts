import { z } from 'zod';
import { calendarDay as day } from '#platform/http/fields.ts';
import { id } from './versions.input.ts';

export const newPlanInput = z.object({
  title: z.string('input.required').trim().min(1, 'input.required').max(300),
  /** The dependency that answers for it. */
  unit: id,
  startsOn: day,
  endsOn: day,
});

export type NewPlanInput = z.output<typeof newPlanInput>;
