import { z } from 'zod';
import { kindCodes } from './kinds.ts';
import { day, rowId, several } from '#platform/http/fields.ts';

/** Names, one a line or parted by semicolons; an API may send them as a list. */
const names = z.preprocess(
  (value) =>
    [value ?? ''].flat().flatMap((text) =>
      String(text)
        .split(/[\n;]/)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  z.array(z.string().max(120)).max(500),
);

export const electionWindowInput = z.object({
  name: z.string('input.required').trim().min(1, 'input.required').max(200),
  act: z.string('input.required').trim().min(1, 'input.required').max(300),
  startsOn: day,
  endsOn: day,
  kinds: several(z.enum(kindCodes, 'input.choice')),
  candidates: names,
});

export const revokedWindowInput = z.object({ window: rowId });

export type ElectionWindowInput = z.output<typeof electionWindowInput>;
