import { z } from 'zod';

/** A line of text that must be there. */
export const line = (maximum = 200) => z.string('input.required').trim().min(1, 'input.required').max(maximum);

/** A line of text that may be empty. */
export const maybeLine = (maximum = 200) => z.string().trim().max(maximum).default('');

/** Nothing chosen in a form is the empty text; here it is null. */
export const blank = <S extends z.ZodType>(shape: S) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), shape.nullable());

export const rowId = z.coerce.number('input.choice').int('input.choice').positive('input.choice');
/** A person named by id or by mail, so that a form works without script and an API without looking up. */
export const personRef = z.union([z.uuid(), z.email()], 'input.person');
/** A dependency named by id or by code. */
export const unitRef = z.union([rowId, z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)], 'input.unit');
export const version = z.coerce.number('input.choice').int().positive();
export const mail = z.string('input.required').trim().min(1, 'input.required').max(254).pipe(z.email('input.mail'));
export const day = z.iso.date('input.day');

/** A box ticked in a form comes as «on», one not ticked does not come. */
export const ticked = z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean());

/** Boxes of one name: none, one or many. */
export const several = <S extends z.ZodType>(shape: S) =>
  z.preprocess((value) => (value === undefined || value === '' ? [] : [value].flat()), z.array(shape).max(500));
