import { z } from 'zod';
import { day, blank, rowId } from '#platform/http/fields.ts';
import { informationClasses } from './piece.ts';

export const classInput = z.object({
  piece: rowId,
  class: z.enum(informationClasses, 'input.choice'),
  basis: z.string().trim().max(500).default(''),
  reason: z.string().trim().max(2000).default(''),
  since: blank(day),
  until: blank(day),
});

export const readerInput = z.object({ piece: rowId, person: blank(z.uuid('input.person')), unit: blank(rowId) });
export const unnamedInput = z.object({ piece: rowId, reader: rowId });

export type ClassInput = z.output<typeof classInput>;
export type ReaderInput = z.output<typeof readerInput>;
export type UnnamedInput = z.output<typeof unnamedInput>;
