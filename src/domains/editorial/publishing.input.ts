import { z } from 'zod';
import { codes, day, moment, orNull, pieceId } from './pieces.input.ts';

/** By which channels a piece goes out, and when; without a moment, now. A day and an hour are the institution's. */
export const scheduleInput = z.object({ piece: pieceId, channels: codes, at: orNull(moment) });
export const publishInput = z.object({ piece: pieceId, channels: codes });
export const unscheduleInput = z.object({ piece: pieceId });
export const withdrawalInput = z.object({
  piece: pieceId,
  reason: z.string('input.required').trim().min(10, 'piece.needs_reason').max(2000),
});
/** Not before when, until which day, and on which day it is looked at again. */
export const termsInput = z.object({ piece: pieceId, embargoUntil: orNull(moment), expiresOn: orNull(day), reviewOn: orNull(day) });

export type ScheduleInput = z.output<typeof scheduleInput>;
export type PublishInput = z.output<typeof publishInput>;
export type WithdrawalInput = z.output<typeof withdrawalInput>;
export type TermsInput = z.output<typeof termsInput>;
