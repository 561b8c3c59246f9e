import { z } from 'zod';
import { dataRequestKinds } from '#domains/audiences/index.ts';
import { day, id, instant } from './parts.ts';

const fields = {
  id,
  kind: z.enum(dataRequestKinds),
  contact: id.nullable(),
  name: z.string(),
  email: z.string().nullable(),
  said: z.string(),
  channel: z.string(),
  receivedOn: day,
  dueOn: day,
  extendedOn: day.nullable(),
  extensionReason: z.string(),
  state: z.enum(['open', 'incomplete', 'answered', 'withdrawn']),
  askedOn: day.nullable(),
  askedWhat: z.string(),
  outcome: z.enum(['granted', 'refused']).nullable(),
  answer: z.string(),
  answeredAt: instant.nullable(),
  answeredBy: z.string().nullable(),
};

/** `open` and `late` are of all of them. */
export const dataRequests = z.strictObject({ items: z.array(z.strictObject(fields)), next: id.nullable(), open: z.int(), late: z.int() });
/** `askUntil`: until when what is missing may be asked for. */
export const dataRequest = z.strictObject({ ...fields, askUntil: day });
export const purposeMade = z.strictObject({ code: z.string() });
export const worded = z.strictObject({ number: z.int() });
