import { z } from 'zod';
import { rowId as id } from '#platform/http/fields.ts';
import { dispatchStates } from './dispatch-states.ts';

const note = z.string().trim().max(1000).default('');

export const dispatchesFilterInput = z.object({
  state: z.enum(dispatchStates, 'input.choice').optional().catch(undefined),
  channel: z.string().max(80).optional(),
  q: z.string().trim().max(200).optional(),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export const dispatchInput = z.object({ dispatch: id });
/** What a person did with it, in words or with a link to it. */
export const carriedInput = z.object({ dispatch: id, note: z.string('input.required').trim().min(1, 'input.required').max(1000) });
export const steeredInput = z.object({ dispatch: id, act: z.enum(['hold', 'release', 'cancel', 'retry'], 'input.choice'), note });
/** How something of which nothing was known did end. */
export const settledInput = z.object({ dispatch: id, left: z.enum(['yes', 'no'], 'input.choice'), note: carriedInput.shape.note });

export type DispatchesFilterInput = z.output<typeof dispatchesFilterInput>;
export type CarriedInput = z.output<typeof carriedInput>;
export type SteeredInput = z.output<typeof steeredInput>;
export type SettledInput = z.output<typeof settledInput>;
