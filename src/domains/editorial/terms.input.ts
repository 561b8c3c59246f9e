import { z } from 'zod';
import { rowId } from '#platform/http/fields.ts';

export const termSorts = ['term', 'jargon', 'forbidden', 'official'] as const;
export type TermSort = (typeof termSorts)[number];

/** Several phrases, each on its own line or parted by semicolons; a list from the API. */
const phrases = z.preprocess(
  (value) => [
    ...new Set(
      [value ?? []]
        .flat()
        .flatMap((one) => String(one).split(/[;\n]/))
        .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
        .filter((phrase) => phrase !== ''),
    ),
  ],
  z.array(z.string().max(200)).max(40),
);

export const termInput = z.object({
  term: z.string('input.required').trim().min(1, 'input.required').max(120),
  sort: z.enum(termSorts, 'input.choice').default('term'),
  meaning: z.string().trim().max(500).default(''),
  insteadOf: phrases,
});
export const changedTermInput = termInput.extend({ id: rowId });
export const removedTermInput = z.object({ id: rowId });

export const termFilterInput = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  sort: z.enum(termSorts).optional().catch(undefined),
  after: z.coerce.number().int().positive().optional().catch(undefined),
});

export const snippetInput = z.object({
  name: z.string('input.required').trim().min(1, 'input.required').max(120),
  text: z.string('input.required').trim().min(1, 'input.required').max(5000),
});
export const changedSnippetInput = snippetInput.extend({ id: rowId });

export type TermInput = z.output<typeof termInput>;
export type TermFilter = z.output<typeof termFilterInput>;
export type SnippetInput = z.output<typeof snippetInput>;
