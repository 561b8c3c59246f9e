import { z } from 'zod';
import { isDay, type Day } from '#platform/clock/day.ts';

/** A day that is in the calendar. */
export const day = z.iso.date('input.day').refine((text): text is Day => isDay(text), 'input.day');
