import { z } from 'zod';
import { blank, day, line, maybeLine, rowId } from './fields.input.ts';

/** What a contact may have done with something. */
export const acts = ['attended', 'answered', 'visited'] as const;
export type Act = (typeof acts)[number];
/** What is known by lists; visits are noted by the portal, of whoever asked for it. */
export const listedActs = ['attended', 'answered'] as const;

export const newInteractionInput = z.object({ id: rowId, act: z.enum(listedActs, 'input.choice'), about: line(), on: day });
export const removedInteractionInput = z.object({ id: rowId, interaction: rowId });

/** What a file of contacts is a list of: with no act, of contacts and no more. */
export const listFields = { act: blank(z.enum(listedActs, 'input.choice')), about: maybeLine(), on: blank(day) };
export const listInput = z.object(listFields);

export type NewInteraction = z.output<typeof newInteractionInput>;
export type ListInput = z.output<typeof listInput>;
