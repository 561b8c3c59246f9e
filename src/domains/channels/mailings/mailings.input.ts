import { z } from 'zod';
import { blank, code, line, maybeLine, rowId, several, version } from '#platform/http/fields.ts';
import { mailingStates, type MailingState } from './mailing-states.ts';
import { recipientStates } from './mailing.ts';

const whole = (least: number, most: number) => blank(z.coerce.number('input.number').int('input.number').min(least).max(most));

/** Whom it is for. */
export const whomInput = z.object({
  kind: z.string('input.required').min(1, 'input.required').max(40),
  purpose: blank(code),
  segments: several(code, 50),
  excludedSegments: several(code, 50),
  excludedMailings: several(rowId, 50),
});

export const mailingInput = z.object({ mailing: rowId });
export const revisedInput = whomInput.extend({ mailing: rowId, title: line(200), version });
/** `sha256`: of what was read, so that nothing that came later is approved with it. */
export const approvalInput = z.object({ mailing: rowId, sha256: z.string('input.required').length(64) });

/** How it leaves: all at once or in waves, and how many failures of a hundred it bears. */
export const paceInput = z.object({
  waves: z.enum(['none', 'size', 'percent'], 'input.choice').default('none'),
  size: whole(1, 10_000_000),
  percent: whole(1, 99),
  minutes: whole(1, 20_160),
  failPercent: whole(1, 100),
});
export const startInput = paceInput.extend({ mailing: rowId });
/** What `<input type="datetime-local">` sends is an hour of the institution; an API may send an instant with its zone. */
export const scheduleInput = startInput.extend({
  at: z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ local: true, offset: false })], 'input.moment'),
});
export const steerInput = z.object({
  mailing: rowId,
  act: z.enum(['unschedule', 'pause', 'resume', 'hold', 'release', 'cancel'], 'input.choice'),
  note: maybeLine(1000),
});
export const testInput = z.object({ mailing: rowId, like: blank(rowId) });
/** What a person says of deliveries whose outcome is not known: send them again, or leave them. */
export const unknownInput = z.object({
  mailing: rowId,
  say: z.enum(['again', 'accepted', 'leave'], 'input.choice'),
  note: line(1000),
  recipients: several(rowId, 500),
});

const page = z.coerce.number().int().min(1).max(100_000).catch(1);
const q = z.string().trim().max(200).optional();
export const mailingsFilterInput = z.object({
  state: z.enum(mailingStates).optional().catch(undefined),
  q,
  page,
});
export const recipientsFilterInput = z.object({ state: z.enum(recipientStates).optional().catch(undefined), q, page });

export type WhomInput = z.output<typeof whomInput>;
export type RevisedInput = z.output<typeof revisedInput>;
export type StartInput = z.output<typeof startInput>;
export type ScheduleInput = z.output<typeof scheduleInput>;
export type SteerInput = z.output<typeof steerInput>;
export type MailingsFilter = { readonly q?: string | undefined; readonly page: number; readonly state?: MailingState | undefined };
export type RecipientsFilterInput = z.output<typeof recipientsFilterInput>;
