import { z } from 'zod';
import { day, blank, rowId } from '#platform/http/fields.ts';
import { codes, moment } from './pieces.input.ts';

/** By which channels a piece goes out, and when; without a moment, now. A day and an hour are the institution's. */
export const scheduleInput = z.object({ piece: rowId, channels: codes, at: blank(moment) });
export const publishInput = z.object({ piece: rowId, channels: codes });
export const unscheduleInput = z.object({ piece: rowId });
export const withdrawalInput = z.object({
  piece: rowId,
  reason: z.string('input.required').trim().min(10, 'piece.needs_reason').max(2000),
});
/** Not before when, until which day, and on which day it is looked at again. */
export const termsInput = z.object({ piece: rowId, embargoUntil: blank(moment), expiresOn: blank(day), reviewOn: blank(day) });

export type ScheduleInput = z.output<typeof scheduleInput>;
export type PublishInput = z.output<typeof publishInput>;
export type WithdrawalInput = z.output<typeof withdrawalInput>;
export type TermsInput = z.output<typeof termsInput>;
