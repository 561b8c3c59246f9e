import { z } from 'zod';
import { blank, line, version } from '#platform/http/fields.ts';
import { personRef, unitRef } from './fields.input.ts';

const code = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z
    .string()
    .trim()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'unit.code')
    .optional(),
);

export const newUnitShape = z.object({ name: line(), code, parent: blank(unitRef) });
export const renamedUnitShape = z.object({ name: line(), code, version });
export const movedUnitShape = z.object({ parent: blank(unitRef) });
export const shiftedUnitShape = z.object({ direction: z.enum(['up', 'down'], 'input.choice') });
export const appointmentShape = z.object({ head: blank(personRef), liaison: blank(personRef) });
