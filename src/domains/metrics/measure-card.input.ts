import { z } from 'zod';
import { isDay, type Day } from '#platform/clock/day.ts';

const code = z.string().trim().min(1).max(80).optional().catch(undefined);
const id = z.coerce.number().int().positive().optional().catch(undefined);
const day = z
  .string()
  .refine((text): text is Day => isDay(text))
  .optional()
  .catch(undefined);
const place = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\.\d{1,15}$/)
  .transform((text) => ({ day: text.slice(0, 10) as Day, id: Number(text.slice(11)) }))
  .optional()
  .catch(undefined);

/** What the address of a measure asks for; what it does not understand it leaves out. `after` is `day.id` of a record. */
export const measureInput = z.object({
  unit: code,
  activity: id,
  campaign: id,
  channel: code,
  class: code,
  segment: code,
  region: code,
  kind: code,
  line: code,
  section: code,
  tool: code,
  percentile: z.coerce.number().int().min(1).max(99).optional().catch(undefined),
  from: day,
  to: day,
  after: place,
});
