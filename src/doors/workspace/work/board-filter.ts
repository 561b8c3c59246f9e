import { z } from 'zod';
import type { BoardFilter, BoardRow } from '#domains/metrics/index.ts';
import { isDay, type Day } from '#platform/clock/day.ts';

const number = z.coerce.number().int().positive().optional().catch(undefined);

const shape = z.object({
  unit: number,
  component: number,
  light: z.enum(['good', 'risk', 'off', 'none']).optional().catch(undefined),
  q: z.string().trim().max(200).optional(),
  at: z
    .string()
    .refine((text): text is Day => isDay(text))
    .optional()
    .catch(undefined),
});

/** What the address of a board asks for; what it does not understand it leaves out. */
export function boardFilter(url: URL): BoardFilter {
  const { q, ...filter } = shape.parse(Object.fromEntries(url.searchParams));
  return { ...filter, search: q };
}

const keys = {
  title: (row: BoardRow) => row.title,
  due: (row: BoardRow) => row.percentOfDue,
  measured: (row: BoardRow) => row.lastOn,
} as const;

/** Sorted as the address asks (`?sort=-due`); undefined when it asks for nothing, and rows stay in the order of the tree. */
export function sortedRows(rows: readonly BoardRow[], sort: string | null): BoardRow[] | undefined {
  const key = keys[(sort ?? '').replace('-', '') as keyof typeof keys];
  if (!key) return undefined;
  const way = sort!.startsWith('-') ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [key(one), key(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return way * (typeof a === 'string' ? a.localeCompare(String(b), 'es') : a - Number(b));
  });
}
