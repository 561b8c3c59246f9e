import { z } from 'zod';
import { kindCodes } from './kinds.ts';
import { contentLines } from './piece.ts';

const id = z.coerce.number().int().positive().optional().catch(undefined);

/** What narrows the news of the portal. What it does not understand it leaves out: an address with a slip still shows news. */
export const newsFilterInput = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  kind: z.enum(kindCodes).optional().catch(undefined),
  unit: id,
  campaign: z
    .string()
    .regex(/^[a-z0-9-]{1,120}$/)
    .optional()
    .catch(undefined),
  line: z.enum(contentLines).optional().catch(undefined),
  /** A DIVIPOLA code: of a municipality, or of a department for all of its own. */
  region: z
    .string()
    .regex(/^\d{2}(\d{3})?$/)
    .optional()
    .catch(undefined),
  /** `2026-11` */
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type NewsFilter = z.output<typeof newsFilterInput>;
