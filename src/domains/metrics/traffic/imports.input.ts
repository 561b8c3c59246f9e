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
export const visitImportStates = ['matching', 'running', 'done', 'stopped', 'failed'] as const;
export const visitImportsFilterInput = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  state: z.enum(visitImportStates).optional().catch(undefined),
  origin: z.enum(['matomo', 'umami', 'csv']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});
export type VisitImportsFilter = z.output<typeof visitImportsFilterInput>;
export const visitImportIdInput = z.object({ id: rowId });
export type MatchedVisitImport = z.output<typeof matchedVisitImportInput>;
