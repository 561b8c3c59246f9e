import { z } from 'zod';
import { kindCodes } from './kinds.ts';

/** What narrows the news of the house; what it does not understand it leaves out. */
export const houseFilterInput = z.object({
  q: z.string().trim().max(200).default(''),
  kind: z.enum(kindCodes).optional().catch(undefined),
  unit: z.coerce.number().int().positive().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

export type HouseFilter = z.output<typeof houseFilterInput>;
