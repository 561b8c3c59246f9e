import { z } from 'zod';
import { calendarDay as day } from '#platform/http/fields.ts';

export const id = z.coerce.number().int().positive();

const note = z.string().trim().max(2_000).default('');

export const moveInput = z.object({ version: id, note });
export const forceInput = z.object({ version: id, on: day, note });
export const draftInput = z.object({ plan: id, note });

export type MoveInput = z.input<typeof moveInput>;
