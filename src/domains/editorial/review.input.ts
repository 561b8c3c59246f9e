import { z } from 'zod';
import { rowId } from '#platform/http/fields.ts';

const note = z.string().trim().max(2000).default('');

export const submissionInput = z.object({ piece: rowId, note });

export const pieceInput = z.object({ piece: rowId });

export const decisionInput = z.object({
  step: rowId,
  decision: z.enum(['pass', 'return'], 'input.choice'),
  note,
  /** What the decider read: when the piece is no longer that, nothing is decided. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'input.choice')
    .optional(),
});

export type SubmissionInput = z.output<typeof submissionInput>;
export type DecisionInput = z.output<typeof decisionInput>;
