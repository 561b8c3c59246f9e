import { z } from 'zod';
import { blank, line, mail, maybeLine, several, version } from '#platform/http/fields.ts';
import { personRef, unitRef } from './fields.input.ts';
import { role } from './grants.input.ts';

export const employment = z.enum(['servant', 'contractor'], 'input.choice');

const person = {
  name: line(),
  email: mail,
  position: maybeLine(),
  employment: employment.default('servant'),
  unit: blank(unitRef),
  language: z.enum(['es', 'en'], 'input.choice').default('es'),
};

export const newPersonShape = z.object({ ...person, roles: several(role) });
export const editedPersonShape = z.object({ ...person, version });
export const departureShape = z.object({ successor: blank(personRef) });

export const peopleFilterShape = z.object({
  search: z.string().trim().max(200).optional().catch(undefined),
  unit: z.coerce.number().int().positive().optional().catch(undefined),
  role: role.optional().catch(undefined),
  state: z.enum(['active', 'invited', 'left']).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
});
