import { z } from 'zod';
import { blank } from '#platform/http/fields.ts';
import { id } from './versions.input.ts';

export const assignmentInput = z.object({
  item: id,
  person: blank(z.uuid('input.person')),
});

export type AssignmentInput = z.output<typeof assignmentInput>;
