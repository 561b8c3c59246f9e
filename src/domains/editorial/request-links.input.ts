import { z } from 'zod';
import { orNull, pieceId as id } from './pieces.input.ts';

export const newLinkInput = z.object({
  name: z.string('input.required').trim().min(1, 'input.required').max(120),
  unit: orNull(id),
});
export const closeLinkInput = z.object({ link: id });
