import { z } from 'zod';
import { daysBetween } from '#platform/clock/day.ts';
import { calendarDay as day, rowId } from '#platform/http/fields.ts';
import { kindCodes } from './kinds.ts';

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

/** The same from one day to another, both with it: a year at the most. */
export const spanInput = calendarFilterInput
  .omit({ view: true, day: true })
  .extend({ from: day, to: day })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'calendar.ends_before' })
  .refine(({ from, to }) => daysBetween(from, to) <= 366, { path: ['to'], message: 'calendar.span_too_long' });

export const movedPieceInput = z.object({ piece: rowId, day });

export const feedInput = z.object({ feed: rowId });

export type CalendarFilter = z.output<typeof calendarFilterInput>;
/** What narrows the calendar, whatever days it shows. */
export type CalendarNarrowing = Omit<CalendarFilter, 'view' | 'day'>;
export type MovedPieceInput = z.output<typeof movedPieceInput>;
