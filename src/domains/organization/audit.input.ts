import { z } from 'zod';

const text = z
  .string()
  .trim()
  .max(200)
  .transform((value) => value || undefined)
  .optional()
  .catch(undefined);
const day = z.iso.date().optional().catch(undefined);

export const auditFilterShape = z.object({
  search: text,
  action: text,
  type: text,
  subject: text,
  actor: z.uuid().optional().catch(undefined),
  from: day,
  to: day,
  after: z.coerce.number().int().positive().optional().catch(undefined),
});
