import { z } from 'zod';
import { line, mail, maybeLine, ticked } from '#platform/http/fields.ts';

/** One row of the file, its cells already under their column's name. */
export const importedRowShape = z.object({
  name: line(),
  email: mail,
  position: maybeLine(),
  unit: maybeLine(),
  employment: maybeLine(),
  roles: maybeLine(500),
});
export const importShape = z.object({ file: z.uuid('input.choice'), invite: ticked });
