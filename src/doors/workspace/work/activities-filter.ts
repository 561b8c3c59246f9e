import { z } from 'zod';
import { activityFilters } from '#domains/plan/index.ts';

const shape = z.object({
  unit: z.coerce.number().int().positive().optional().catch(undefined),
  state: z.enum(activityFilters).optional().catch(undefined),
  q: z.string().trim().max(200).optional(),
  page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
});

/** What the address of a list of activities asks for; what it does not understand it leaves out. */
export function activitiesFilter(url: URL) {
  const { q, ...filter } = shape.parse(Object.fromEntries(url.searchParams));
  return { ...filter, search: q };
}
