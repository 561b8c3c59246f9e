import { z } from 'zod';
import { day, line, rowId } from '#platform/http/fields.ts';

/** `scopes` are those of the policy tables; the door that shows them says which there are. */
export const newKeyShape = (scopes: readonly string[]) =>
  z.object({
    name: line(120),
    scopes: z.preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z.array(z.enum(scopes as [string, ...string[]], 'input.choice')).min(1, 'key.no_scope'),
    ),
    expires_on: z.preprocess((value) => (value === '' || value === undefined ? null : value), day.nullable()),
  });
export const keyRevocationShape = z.object({ key: rowId });
