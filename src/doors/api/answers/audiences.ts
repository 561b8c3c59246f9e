import { z } from 'zod';
import { allKinds } from '#domains/audiences/index.ts';
import { id, instant, person } from './parts.ts';

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
