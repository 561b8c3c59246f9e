import { z } from 'zod';
import { blank, rowId as id } from '#platform/http/fields.ts';

export const newLinkInput = z.object({
  name: z.string('input.required').trim().min(1, 'input.required').max(120),
  unit: blank(id),
});
export const closeLinkInput = z.object({ link: id });
