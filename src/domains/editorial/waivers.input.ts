import { z } from 'zod';
import { checks } from './kind.ts';
import { pieceId } from './pieces.input.ts';

export const waiverInput = z.object({
  piece: pieceId,
  check: z.enum(checks, 'input.choice'),
  reason: z.string('input.required').trim().min(10, 'waiver.needs_reason').max(2000),
});
export const endedWaiverInput = waiverInput.omit({ reason: true });

export type WaiverInput = z.output<typeof waiverInput>;
export type EndedWaiverInput = z.output<typeof endedWaiverInput>;
