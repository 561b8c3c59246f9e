import { z } from 'zod';
import { calendarDay as day, blank } from '#platform/http/fields.ts';
import { id } from './versions.input.ts';

export const annotationInput = z.object({
  item: id,
  kind: z.enum(['cause', 'action'], 'input.choice'),
  text: z.string('input.required').trim().min(1, 'input.required').max(2_000),
  startsOn: day,
  endsOn: blank(day),
  /** An action's owner and the day by which it is done. */
  owner: blank(z.uuid('input.choice')),
  dueOn: blank(day),
});

export const withdrawalInput = z.object({ annotation: id });

export type AnnotationInput = z.output<typeof annotationInput>;
export type WithdrawalInput = z.output<typeof withdrawalInput>;
