import { z } from 'zod';
import { termSorts } from '#domains/editorial/index.ts';
import { id, instant, items } from './parts.ts';

const term = z.strictObject({
  id,
  term: z.string(),
  sort: z.enum(termSorts),
  meaning: z.string(),
  insteadOf: z.array(z.string()),
  writtenBy: z.string().nullable(),
  writtenAt: instant,
});

export const terms = z.strictObject({ items: z.array(term), count: z.int(), next: id.nullable() });
export const snippets = items(
  z.strictObject({ id, name: z.string(), text: z.string(), writtenBy: z.string().nullable(), writtenAt: instant }),
);
