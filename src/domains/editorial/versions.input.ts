import { z } from 'zod';
import { pieceId } from './pieces.input.ts';

export const keptVersionInput = z.object({ piece: pieceId, note: z.string('input.required').trim().min(1, 'input.required').max(300) });

export const restoredVersionInput = z.object({ piece: pieceId, number: pieceId });
