import { z } from 'zod';
import type { Plan } from '#domains/plan/index.ts';
import { type Day, isDay, parseDay } from '#platform/clock/day.ts';
import { periodOf } from '#platform/clock/period.ts';

const shape = z.object({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .refine((text) => isDay(`${text}-01`))
    .optional()
    .catch(undefined),
  unit: z.coerce.number().int().positive().optional().catch(undefined),
  view: z.enum(['month', 'list']).catch('month'),
  day: z
    .string()
    .refine((text): text is Day => isDay(text))
    .optional()
    .catch(undefined),
});

/** What the address of a plan's calendar asks for: the month is this one, or the plan's nearest. */
export function calendarAsked(url: URL, { startsOn, endsOn }: Pick<Plan, 'startsOn' | 'endsOn'>, today: Day) {
  const { month, ...asked } = shape.parse(Object.fromEntries(url.searchParams));
  const wanted = month ? parseDay(`${month}-01`) : today;
  const within = wanted < startsOn ? startsOn : wanted > endsOn ? endsOn : wanted;
  return { ...asked, month: periodOf('month', within).startsOn };
}
