import { z } from 'zod';
import { rowId } from '#platform/http/fields.ts';

export const retryShape = z.union([z.object({ reaction: rowId }), z.object({ job: z.uuid('input.choice') })]);
