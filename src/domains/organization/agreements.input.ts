import { z } from 'zod';
import { line, maybeLine } from '#platform/http/fields.ts';

export const agreementTextShape = z.object({
  title: line(),
  body: z.string('input.required').trim().min(1, 'input.required').max(60_000),
  months: z.coerce.number('input.number').int('input.number').min(1, 'agreement.months').max(120, 'agreement.months'),
});
export const signatureShape = z.object({ text: z.coerce.number().int(), name: line(), code: maybeLine(40) });
export const registerFilterShape = z.object({
  search: z.string().trim().max(200).optional().catch(undefined),
  state: z.enum(['current', 'soon', 'expired', 'older', 'none']).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
});
