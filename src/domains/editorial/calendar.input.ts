import { z } from 'zod';
import { kindCodes } from './kinds.ts';
import { day, pieceId } from './pieces.input.ts';

const id = z.coerce.number().int().positive().optional().catch(undefined);
const word = z.string().trim().max(80).optional().catch(undefined);

export const calendarViews = ['month', 'week', 'board', 'list'] as const;
export const calendarStates = ['draft', 'in_review', 'approved', 'scheduled', 'published'] as const;

/** What the address of the calendar asks for; what it does not understand it leaves out. */
export const calendarFilterInput = z.object({
  view: z.enum(calendarViews).catch('month').default('month'),
  /** A day of the month or week shown; today when absent. */
  day: z.iso.date().optional().catch(undefined),
  what: z.enum(['pieces', 'campaigns', 'activities', 'owed']).optional().catch(undefined),
  component: id,
  item: id,
  unit: id,
  campaign: id,
  kind: z.enum(kindCodes).optional().catch(undefined),
  channel: word,
  segment: word,
  region: word,
  state: z.enum(calendarStates).optional().catch(undefined),
});

export const movedPieceInput = z.object({ piece: pieceId, day });

export const feedInput = z.object({ feed: pieceId });

export type CalendarFilter = z.output<typeof calendarFilterInput>;
export type MovedPieceInput = z.output<typeof movedPieceInput>;
