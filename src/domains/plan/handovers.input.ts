import { z } from 'zod';
import { id } from './versions.input.ts';

export const assignmentInput = z.object({
  item: id,
  person: z.preprocess((value) => (value === '' || value === undefined ? null : value), z.uuid('input.person').nullable()),
});

export type AssignmentInput = z.output<typeof assignmentInput>;
