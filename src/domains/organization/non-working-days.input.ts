import { z } from 'zod';
import { blank, day, line, rowId } from '#platform/http/fields.ts';
import { unitRef } from './fields.input.ts';

export const nonWorkingDaysShape = z
  .object({
    starts_on: day,
    ends_on: z.preprocess((value) => (value === '' ? undefined : value), day.optional()),
    name: line(),
    act: line(),
    unit: blank(unitRef),
  })
  .refine(({ starts_on, ends_on }) => !ends_on || ends_on >= starts_on, { path: ['ends_on'], message: 'calendar.ends_before' })
  .refine(({ starts_on, ends_on }) => !ends_on || Date.parse(ends_on) - Date.parse(starts_on) <= 366 * 86_400_000, {
    path: ['ends_on'],
    message: 'calendar.too_long',
  });

export const revocationShape = z.object({ days: rowId });
