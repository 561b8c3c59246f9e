import { z } from 'zod';
import { day, blank, rowId, several } from '#platform/http/fields.ts';
import { codes, moment } from './pieces.input.ts';

/** By which channels a piece goes out, and when; without a moment, now. A day and an hour are the institution's. */
const sent = {
  piece: rowId,
  channels: codes,
  /** Of a channel of screens, the groups that show it; none: all. */
  groups: several(rowId, 200),
};
export const scheduleInput = z.object({ ...sent, at: blank(moment) });
export const publishInput = z.object(sent);
export const unscheduleInput = z.object({ piece: rowId });
export const withdrawalInput = z.object({
  piece: rowId,
  reason: z.string('input.required').trim().min(10, 'piece.needs_reason').max(2000),
});
/** Not before when, until which day, and on which day it is looked at again. */
export const termsInput = z.object({ piece: rowId, embargoUntil: blank(moment), expiresOn: blank(day), reviewOn: blank(day) });

export type PublishInput = Omit<z.output<typeof publishInput>, 'groups'> & { readonly groups?: readonly number[] };
export type ScheduleInput = PublishInput & Pick<z.output<typeof scheduleInput>, 'at'>;
export type WithdrawalInput = z.output<typeof withdrawalInput>;
export type TermsInput = z.output<typeof termsInput>;
