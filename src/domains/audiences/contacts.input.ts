import { z } from 'zod';
import { attributes, blank, line, mail, maybeLine, phone, region, rowId, version, words } from './fields.input.ts';

/** What a contact may be. The house's own people come by themselves. */
export const contactKinds = ['citizen', 'academia', 'government', 'company', 'community', 'press'] as const;
export const allKinds = ['staff', ...contactKinds] as const;
export type ContactKind = (typeof allKinds)[number];

export const contactFields = {
  kind: z.enum(contactKinds, 'input.choice').default('citizen'),
  name: line(),
  email: blank(mail),
  phone: blank(phone),
  organization: maybeLine(),
  language: z.enum(['es', 'en'], 'input.choice').default('es'),
  region: blank(region),
  interests: words,
  attributes,
};

export const newContactInput = z.object(contactFields);
export const changedContactInput = z.object({ ...contactFields, id: rowId, version });
export const contactIdInput = z.object({ id: rowId });
/** `with` goes into `id` and is no more. */
export const mergeInput = z.object({ id: rowId, with: rowId });

export const contactFilterInput = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  kind: z.enum(allKinds).optional().catch(undefined),
  region: z
    .string()
    .regex(/^(\d{2}|\d{5})$/)
    .optional()
    .catch(undefined),
  unit: rowId.optional().catch(undefined),
  purpose: z.string().max(60).optional().catch(undefined),
  segment: z.string().max(60).optional().catch(undefined),
  import: rowId.optional().catch(undefined),
  state: z.enum(['stopped', 'silent']).optional().catch(undefined),
  after: rowId.optional().catch(undefined),
});

export type ContactInput = z.output<typeof newContactInput>;
export type ContactFilter = z.output<typeof contactFilterInput>;
