import { z } from 'zod';
import { acts, allKinds, ruleFields } from '#domains/audiences/index.ts';
import { day, id, instant, person } from './parts.ts';

export const contact = z.strictObject({
  id,
  kind: z.enum(allKinds),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  organization: z.string(),
  language: z.enum(['es', 'en']),
  region: z.string().nullable(),
  person: person.nullable(),
  unit: id.nullable(),
  unitName: z.string().nullable(),
  employment: z.enum(['servant', 'contractor']).nullable(),
  interests: z.array(z.string()),
  attributes: z.record(z.string(), z.string()),
  purposes: z.array(z.string()),
  stopped: z.boolean(),
  importId: id.nullable(),
  createdAt: instant,
  changedAt: instant,
  version: z.int(),
});

/** `count` goes no further than 10,001. */
export const contacts = z.strictObject({ items: z.array(contact), count: z.int(), next: id.nullable() });

const rule = z.strictObject({
  join: z.enum(['all', 'any']),
  groups: z.array(
    z.strictObject({
      join: z.enum(['all', 'any', 'none']),
      conditions: z.array(
        z.strictObject({
          field: z.enum(ruleFields),
          not: z.boolean(),
          name: z.string(),
          values: z.array(z.string()),
          days: z.int().optional(),
        }),
      ),
    }),
  ),
});

export const segment = z.strictObject({
  code: z.string(),
  name: z.string(),
  focus: z.string(),
  channels: z.array(z.string()),
  rule,
  changedBy: z.string().nullable(),
  changedAt: instant,
  version: z.int(),
});
/** `count` is null beyond the first fifty. */
export const segments = z.strictObject({ items: z.array(segment.extend({ count: z.int().nullable(), roughly: z.boolean() })) });
export const counted = z.strictObject({
  count: z.int(),
  mail: z.int(),
  agreed: z.int(),
  /** Counted on a part of very many contacts. */
  roughly: z.boolean(),
  sample: z.array(z.strictObject({ id, name: z.string(), kind: z.enum(allKinds), region: z.string().nullable() })),
});
export const madeSegment = z.strictObject({ code: z.string() });

export const purposes = z.strictObject({
  items: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      means: z.enum(['mail', 'push', 'visits']),
      number: z.int(),
      text: z.string(),
      publishedAt: instant,
    }),
  ),
});
export const consents = z.strictObject({
  items: z.array(
    z.strictObject({
      id,
      purpose: z.string(),
      purposeName: z.string(),
      number: z.int(),
      text: z.string(),
      act: z.enum(['given', 'withdrawn']),
      channel: z.string(),
      at: instant,
      proof: z.string(),
      by: z.string().nullable(),
    }),
  ),
});

export const interactions = z.strictObject({
  items: z.array(
    z.strictObject({
      id,
      act: z.enum(acts),
      about: z.string(),
      name: z.string(),
      day,
      source: z.enum(['import', 'api', 'portal']),
      importId: id.nullable(),
      importName: z.string().nullable(),
    }),
  ),
});
export const interactionSubjects = z.strictObject({
  items: z.array(z.strictObject({ act: z.enum(acts), code: z.string(), name: z.string() })),
});
