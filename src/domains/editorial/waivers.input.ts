import { z } from 'zod';
import { checks } from './kind.ts';
import { rowId } from '#platform/http/fields.ts';

export const waiverInput = z.object({
  piece: rowId,
  check: z.enum(checks, 'input.choice'),
  reason: z.string('input.required').trim().min(10, 'waiver.needs_reason').max(2000),
});
export const endedWaiverInput = waiverInput.omit({ reason: true });

export type WaiverInput = z.output<typeof waiverInput>;
export type EndedWaiverInput = z.output<typeof endedWaiverInput>;
