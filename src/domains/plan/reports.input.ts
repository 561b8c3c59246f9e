import { z } from 'zod';
import { reportStates } from './lateness.ts';
import { calendarDay as day, several } from '#platform/http/fields.ts';
import { id } from './versions.input.ts';

/** The ids of files kept before: none, one or many. */
export const files = several(z.uuid('input.choice'), 20);

export const reportInput = z.object({
  item: id,
  /** The first day of the occurrence that it speaks of. */
  periodStart: day,
  state: z.enum(reportStates, 'input.choice'),
  percent: z.preprocess(
    (value) => (value === '' || value === undefined ? 0 : value),
    z.coerce.number('input.number').int('input.whole').min(0, 'input.percent').max(100, 'input.percent'),
  ),
  note: z.string().trim().max(5_000).default(''),
  files: files.default([]),
});

export type ReportInput = z.output<typeof reportInput>;
