import { z } from 'zod';
import { day, orNull, pieceId } from './pieces.input.ts';
import { informationClasses } from './piece.ts';

export const classInput = z.object({
  piece: pieceId,
  class: z.enum(informationClasses, 'input.choice'),
  basis: z.string().trim().max(500).default(''),
  reason: z.string().trim().max(2000).default(''),
  since: orNull(day),
  until: orNull(day),
});

export const readerInput = z.object({ piece: pieceId, person: orNull(z.uuid('input.person')), unit: orNull(pieceId) });
export const unnamedInput = z.object({ piece: pieceId, reader: pieceId });

export type ClassInput = z.output<typeof classInput>;
export type ReaderInput = z.output<typeof readerInput>;
export type UnnamedInput = z.output<typeof unnamedInput>;
