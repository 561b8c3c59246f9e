import { z } from 'zod';
import { mailingStates, recipientStates } from '#domains/channels/index.ts';
import { informationClasses } from '#domains/editorial/index.ts';
import { id, instant, person, sha256 } from './parts.ts';

const fields = {
  id,
  source: z.strictObject({ type: z.string(), id: z.string() }),
  contentSha256: z.string(),
  class: z.enum(informationClasses),
  title: z.string(),
  viewPath: z.string().nullable(),
  notBefore: instant.nullable(),
  kind: z.string(),
  purpose: z.string().nullable(),
  segments: z.array(z.string()),
  excludedSegments: z.array(z.string()),
  excludedMailings: z.array(id),
  sha256,
  state: z.enum(mailingStates),
  heldFrom: z.string().nullable(),
  dueAt: instant.nullable(),
  size: z.int().nullable(),
  percent: z.int().nullable(),
  minutes: z.int(),
  failPercent: z.int(),
  waves: z.int(),
  wave: z.int(),
  waveAt: instant.nullable(),
  fixedAt: instant.nullable(),
  recipients: z.int(),
  draftedBy: person.nullable(),
  draftedByName: z.string().nullable(),
  draftedAt: instant,
  startedBy: person.nullable(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  version: z.int(),
};
const counts = z.strictObject(Object.fromEntries(recipientStates.map((state) => [state, z.int()])));
const letter = z.strictObject({ subject: z.string(), html: z.string(), text: z.string(), language: z.enum(['es', 'en']) });

export const mailings = z.strictObject({
  items: z.array(z.strictObject(fields)),
  total: z.int(),
  standing: z.strictObject({
    draft: z.int(),
    approved: z.int(),
    scheduled: z.int(),
    sending: z.int(),
    paused: z.int(),
    nextAt: instant.nullable(),
    unknown: z.int(),
  }),
});

export const mailing = z.strictObject({
  mailing: z.strictObject({ ...fields, letter }),
  moves: z.array(z.strictObject({ state: z.enum(mailingStates), at: instant, person: z.string().nullable(), note: z.string() })),
  authors: z.array(z.strictObject({ id: person, name: z.string() })),
  approval: z.strictObject({ person, name: z.string(), at: instant }).nullable(),
  counts,
  /** Whom it would reach now, until who they are is fixed. */
  whom: z.strictObject({ found: z.int(), written: z.int(), noMail: z.int(), stopped: z.int(), notAgreed: z.int() }).nullable(),
  servers: z.array(z.strictObject({ number: z.int(), failing: z.boolean(), error: z.string().nullable(), checkedAt: instant.nullable() })),
});

export const preview = z.strictObject({
  filled: z.strictObject({ subject: z.string(), html: z.string(), text: z.string() }),
  like: id.nullable(),
  others: z.array(z.strictObject({ id, name: z.string() })),
  broken: z.string().nullable(),
});

export const recipients = z.strictObject({
  items: z.array(
    z.strictObject({
      id,
      contact: id,
      name: z.string(),
      address: z.string(),
      state: z.enum(recipientStates),
      wave: z.int(),
      tries: z.int(),
      at: instant.nullable(),
      provider: z.int().nullable(),
      reason: z.string().nullable(),
      answer: z.string().nullable(),
      mail: id.nullable(),
    }),
  ),
  total: z.int(),
});

export const tested = z.strictObject({ mail: id });
export const settled = z.strictObject({ settled: z.int() });
