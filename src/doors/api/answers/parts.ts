import { z } from 'zod';

/** Shapes that answers are made of. An answer has these fields and no other. */
export const id = z.int();
export const day = z.iso.date();
export const instant = z.iso.datetime();
export const person = z.uuid();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const made = z.strictObject({ id });
export const items = <S extends z.ZodType>(item: S) => z.strictObject({ items: z.array(item) });
