import { z } from 'zod';
import { figure } from './figure.input.ts';
import { files } from './reports.input.ts';
import { calendarDay as day } from '#platform/http/fields.ts';
import { id } from './versions.input.ts';

const note = z.string().trim().max(5_000).default('');

export const readingInput = z.object({ item: id, startsOn: day, endsOn: day, value: figure, note, files: files.default([]) });
export const correctionInput = z.object({
  reading: id,
  value: figure,
  reason: z.string('input.required').trim().min(1, 'input.required').max(2_000),
  files: files.default([]),
});
export const readingDecisionInput = z.object({ reading: id, decision: z.enum(['accepted', 'returned'], 'input.choice'), note });

export type ReadingInput = z.output<typeof readingInput>;
export type CorrectionInput = z.output<typeof correctionInput>;
export type ReadingDecisionInput = z.output<typeof readingDecisionInput>;
