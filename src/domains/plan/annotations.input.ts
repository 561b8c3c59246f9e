import { z } from 'zod';
import { day, id } from './versions.input.ts';

const none = (value: unknown) => (value === '' || value === undefined ? null : value);

export const annotationInput = z.object({
  item: id,
  kind: z.enum(['cause', 'action'], 'input.choice'),
  text: z.string('input.required').trim().min(1, 'input.required').max(2_000),
  startsOn: day,
  endsOn: z.preprocess(none, day.nullable()),
  /** An action's owner and the day by which it is done. */
  owner: z.preprocess(none, z.uuid('input.choice').nullable()),
  dueOn: z.preprocess(none, day.nullable()),
});

export const withdrawalInput = z.object({ annotation: id });

export type AnnotationInput = z.output<typeof annotationInput>;
export type WithdrawalInput = z.output<typeof withdrawalInput>;
