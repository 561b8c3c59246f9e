import { z } from 'zod';
import { contactKinds } from './contacts.input.ts';
import { blank, code, day, maybeLine, rowId, several } from './fields.input.ts';

/** What a column of a file may be; the empty text is left out. */
export const columnTargets = ['name', 'email', 'phone', 'organization', 'region', 'language', 'kind', 'interests', 'attribute'] as const;
export type ColumnTarget = (typeof columnTargets)[number] | '';

export const importRules = ['fill', 'replace', 'keep'] as const;

const matched = {
  id: rowId,
  /** In the order of the file. */
  columns: z.preprocess((value) => [value ?? []].flat(), z.array(z.enum([...columnTargets, ''], 'input.choice')).max(200)),
  kind: z.enum(contactKinds, 'input.choice').default('citizen'),
  rule: z.enum(importRules, 'input.choice').default('fill'),
  purposes: several(code, 20),
  proof: maybeLine(500),
  consentOn: blank(day),
};

export const matchedImportInput = z.object(matched);
export const importIdInput = z.object({ id: rowId });
export type MatchedImport = z.output<typeof matchedImportInput>;
