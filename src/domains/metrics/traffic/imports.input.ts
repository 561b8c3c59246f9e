import { z } from 'zod';
import { rowId } from '#platform/http/fields.ts';
import { visitColumns } from './import-columns.ts';

export const matchedVisitImportInput = z.object({
  id: rowId,
  origin: z.enum(['matomo', 'umami', 'csv'], 'input.choice'),
  site: z.coerce.number('input.choice').int().min(0),
  /** In the order of the file. */
  columns: z.preprocess((value) => [value ?? []].flat(), z.array(z.enum([...visitColumns, ''], 'input.choice')).max(200)),
});
export const visitImportIdInput = z.object({ id: rowId });
export type MatchedVisitImport = z.output<typeof matchedVisitImportInput>;
