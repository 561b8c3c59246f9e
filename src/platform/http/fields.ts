import { z } from 'zod';
import { isDay, type Day } from '#platform/clock/day.ts';

// What forms, API and imports say again and again. Each message is a code of locales/<language>/refusals.json.

/** A line of text that must be there. */
export const line = (maximum = 200) => z.string('input.required').trim().min(1, 'input.required').max(maximum);

/** A line of text that may be empty. */
export const maybeLine = (maximum = 200) => z.string().trim().max(maximum).default('');

/** Nothing chosen in a form is the empty text; here it is null. */
export const blank = <S extends z.ZodType>(shape: S) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), shape.nullable());

export const rowId = z.coerce.number('input.choice').int('input.choice').positive('input.choice');
export const version = z.coerce.number('input.choice').int().positive();
export const mail = z.string('input.required').trim().min(1, 'input.required').max(254).pipe(z.email('input.mail'));
/** Words that an address can hold: `acta-de-inicio`. */
export const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'input.code');
export const day = z.iso.date('input.day');
/** The same, as a day of the calendar. */
export const calendarDay = z.string('input.day').refine((text): text is Day => isDay(text), 'input.day');

/** A box ticked in a form comes as «on», one not ticked does not come. */
export const ticked = z.preprocess((value) => value === true || value === 'on' || value === 'true' || value === 'yes', z.boolean());

/** Boxes of one name: none, one or many. */
export const several = <S extends z.ZodType>(shape: S, most = 500) =>
  z.preprocess((value) => (value === undefined || value === '' ? [] : [value].flat()), z.array(shape).max(most));
