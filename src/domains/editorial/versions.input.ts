import { z } from 'zod';
import { rowId } from '#platform/http/fields.ts';

export const keptVersionInput = z.object({ piece: rowId, note: z.string('input.required').trim().min(1, 'input.required').max(300) });

export const restoredVersionInput = z.object({ piece: rowId, number: rowId });
