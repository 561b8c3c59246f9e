import { z } from 'zod';
import { blank, day, line, mail, maybeLine, rowId } from './fields.input.ts';

export const dataRequestKinds = ['query', 'correction', 'deletion'] as const;
export const dataRequestChannels = ['email', 'paper', 'phone', 'in_person'] as const;
export type DataRequestKind = (typeof dataRequestKinds)[number];

const asked = { kind: z.enum(dataRequestKinds, 'input.choice'), said: maybeLine(4000) };

export const newDataRequestInput = z.object({
  ...asked,
  name: line(),
  email: blank(mail),
  channel: z.enum(dataRequestChannels, 'input.choice'),
  receivedOn: day,
});
export const ownDataRequestInput = z
  .object(asked)
  .refine(({ kind, said }) => kind !== 'correction' || said.trim() !== '', { path: ['said'], error: 'data_request.say_what' });
export const extensionInput = z.object({ id: rowId, reason: line(1000) });
export const completionInput = z.object({ id: rowId, what: line(2000) });
export const completedInput = z.object({ id: rowId });
export const dataAnswerInput = z.object({ id: rowId, outcome: z.enum(['granted', 'refused'], 'input.choice'), answer: line(4000) });
export const dataRequestFilterInput = z.object({
  state: z.enum(['open', 'incomplete', 'answered', 'withdrawn']).optional().catch(undefined),
  kind: z.enum(dataRequestKinds).optional().catch(undefined),
  after: rowId.optional().catch(undefined),
});
export type DataRequestFilter = z.output<typeof dataRequestFilterInput>;
