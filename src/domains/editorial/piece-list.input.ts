import { z } from 'zod';
import { kindCodes } from './kinds.ts';
import { contentLines, informationClasses, pieceStates } from './piece.ts';

const id = z.coerce.number().int().positive().optional().catch(undefined);
const word = z.string().trim().max(80).optional().catch(undefined);

/** What an address or a query asks of the list of pieces; what it does not understand it leaves out. */
export const pieceFilterInput = z.object({
  q: z.string().trim().max(200).default(''),
  state: z
    .enum([...pieceStates, 'open', 'late'])
    .optional()
    .catch(undefined),
  kind: z.enum(kindCodes).optional().catch(undefined),
  unit: id,
  campaign: id,
  item: id,
  owner: z.uuid().optional().catch(undefined),
  class: z.enum(informationClasses).optional().catch(undefined),
  channel: word,
  segment: word,
  region: word,
  line: z.enum(contentLines).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

export type PieceFilter = z.output<typeof pieceFilterInput>;
