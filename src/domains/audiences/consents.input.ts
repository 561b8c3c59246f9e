import { z } from 'zod';
import { blank, code, line, mail, maybeLine, region, rowId, several } from './fields.input.ts';

/** By which means one told a person of the house. */
export const toldBy = ['paper', 'phone', 'in_person'] as const;

export const givenConsentInput = z.object({
  id: rowId,
  purpose: code,
  channel: z.enum(toldBy, 'input.choice'),
  proof: line(500),
});
export const withdrawnConsentInput = z.object({ id: rowId, purpose: code });
export const stoppedInput = z.object({ id: rowId });

export const purposeInput = z.object({ name: line(120), text: line(2000) });
export const purposeTextInput = z.object({ purpose: code, text: line(2000) });
export const purposeClosingInput = z.object({ purpose: code });
export const retentionInput = z.object({
  months: z.coerce.number('input.choice').int('input.choice').min(1, 'consent.months').max(120, 'consent.months'),
});

export const subscriptionInput = z.object({
  email: mail,
  name: maybeLine(),
  region: blank(region),
  purposes: several(code, 20).refine((chosen) => chosen.length > 0, 'consent.choose'),
});
export const linkInput = z.object({ email: mail });
export const preferencesInput = z.object({ purposes: several(code, 50) });

export type SubscriptionInput = z.output<typeof subscriptionInput>;
