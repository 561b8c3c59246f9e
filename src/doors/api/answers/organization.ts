import { z } from 'zod';
import { roles } from '#platform/http/policy.ts';
import { day, id, instant, person } from './parts.ts';

export const institution = z.strictObject({
  kind: z.string(),
  name: z.string(),
  color: z.string(),
  emblem: z.uuid().nullable(),
  language: z.enum(['es', 'en']),
  zone: z.string(),
  address: z.string(),
  phone: z.string(),
  email: z.string(),
  demonstration: z.boolean(),
});

export const holiday = z.strictObject({
  day,
  nominal: day,
  key: z.string(),
  name: z.strictObject({ es: z.string(), en: z.string() }),
  norm: z.string(),
});

const unitRow = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  parent_id: id.nullable(),
  depth: z.int(),
  head: z.string().nullable(),
  liaison: z.string().nullable(),
  children: z.int(),
  people: z.int(),
});
const unitFound = z.strictObject({ id, code: z.string(), name: z.string(), path: z.string() });
/** Rows of the tree or, when a text was asked for, what is like it. */
export const units = z.strictObject({ items: z.union([z.array(unitRow), z.array(unitFound)]) });

const named = z.strictObject({ id, name: z.string() });
export const unit = z.strictObject({
  unit: z.strictObject({
    id,
    code: z.string(),
    name: z.string(),
    parent_id: id.nullable(),
    position: z.int(),
    closed_at: instant.nullable(),
    version: z.int(),
    head_id: person.nullable(),
    liaison_id: person.nullable(),
    parent: z.string().nullable(),
    head: z.string().nullable(),
    liaison: z.string().nullable(),
  }),
  path: z.array(named),
  below: z.array(unitRow),
});

const said = {
  id: person,
  name: z.string(),
  email: z.string(),
  position: z.string(),
  employment: z.enum(['servant', 'contractor']),
  unit_id: id.nullable(),
  unit: z.string().nullable(),
  joined_at: instant,
  left_at: instant.nullable(),
  last_seen_at: instant.nullable(),
};
const role = z.enum(roles);

export const people = z.strictObject({
  people: z.array(z.strictObject({ ...said, roles: z.array(z.strictObject({ role, unit: z.string().nullable() })) })),
  count: z.int(),
  next: person.nullable(),
});

export const card = z.strictObject({
  person: z.strictObject({ ...said, language: z.enum(['es', 'en']), secondFactor: z.boolean(), version: z.int() }),
  grants: z.array(
    z.strictObject({
      id,
      role,
      unit_id: id.nullable(),
      unit: z.string().nullable(),
      granted_at: instant,
      granted_by: z.string().nullable(),
    }),
  ),
  places: z.array(z.strictObject({ id, name: z.string(), head_id: person.nullable(), liaison_id: person.nullable() })),
});

export const personMade = z.strictObject({ id: person });
/** null: the person had that role there already. */
export const grantMade = z.strictObject({ id: id.nullable() });
export const found = z.strictObject({ kind: z.enum(['unit', 'person']), id: z.string(), name: z.string(), more: z.string() });
