import { z } from 'zod';
import {
  addPerson, appoint, appointmentShape, closeUnit, comeBack, createUnit, departureShape, editedPersonShape, editPerson, endRole, findUnits, giveRole, grantShape, holidaysOf,
  institutionOf, leave, listPeople, moveUnit, movedUnitShape, newPersonShape, newUnitShape, peopleFilterShape, personCard, renamedUnitShape, renameUnit, searchOrganization, unitTree, unitWithin,
} from '#domains/organization/index.ts';
import { isRefusal } from '#platform/refusal.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

const unit = z.object({ unit: z.coerce.number().int().positive() });
const person = z.object({ person: z.uuid() });

/** The institution, its dependencies and its people. */
export const organizationEndpoints: readonly Endpoint[] = [
  endpoint({ method: 'get', path: '/institution', says: 'The institution and its brand.', action: 'units.read', run: ({ ctx }) => institutionOf(ctx) }),
  endpoint({ method: 'get', path: '/holidays', says: 'The national holidays of a year.', action: 'calendar.read', input: z.object({ year: z.coerce.number().int().min(1984).max(2199) }), run: async ({ input }) => ({ items: holidaysOf(input.year) }) }),
  endpoint({ method: 'get', path: '/units', says: 'The tree of dependencies, or those that a text names.', action: 'units.read', input: z.object({ q: z.string().trim().max(200).optional() }), run: async ({ ctx, input }) => (input.q ? { items: await findUnits(ctx, input.q) } : { items: (await unitTree(ctx)).units }) }),
  endpoint({ method: 'post', path: '/units', says: 'Creates a dependency.', action: 'units.edit', input: newUnitShape, run: async ({ ctx, input }) => id(await createUnit(ctx, input)) }),
  endpoint({ method: 'get', path: '/units/{unit}', says: 'A dependency.', action: 'units.read', input: unit, run: ({ ctx, input }) => unitWithin(ctx, input.unit) }),
  endpoint({ method: 'put', path: '/units/{unit}', says: 'Renames a dependency.', action: 'units.edit', input: renamedUnitShape.extend(unit.shape), run: ({ ctx, input }) => renameUnit(ctx, input.unit, input) }),
  endpoint({ method: 'put', path: '/units/{unit}/place', says: 'Hangs a dependency from another; a circle is refused.', action: 'units.edit', input: movedUnitShape.extend(unit.shape), run: ({ ctx, input }) => moveUnit(ctx, input.unit, input) }),
  endpoint({ method: 'put', path: '/units/{unit}/appointment', says: 'Names its head and its liaison.', action: 'units.edit', input: appointmentShape.extend(unit.shape), run: ({ ctx, input }) => appoint(ctx, input.unit, input) }),
  endpoint({ method: 'delete', path: '/units/{unit}', says: 'Closes an empty dependency.', action: 'units.edit', input: unit, run: ({ ctx, input }) => closeUnit(ctx, input.unit) }),
  endpoint({ method: 'get', path: '/people', says: 'People, by name, dependency, role and state; paged by `after`.', action: 'people.read', input: peopleFilterShape, run: ({ ctx, input: { after, ...filter } }) => listPeople(ctx, filter, after) }),
  endpoint({ method: 'post', path: '/people', says: 'Adds a person.', action: 'people.edit', input: newPersonShape, run: async ({ ctx, input }) => id(await addPerson(ctx, input)) }),
  endpoint({ method: 'get', path: '/people/{person}', says: 'A person.', action: 'people.read', input: person, run: ({ ctx, input }) => personCard(ctx, input.person) }),
  endpoint({ method: 'put', path: '/people/{person}', says: 'Edits a person; a stale version is refused with both values.', action: 'people.edit', input: editedPersonShape.extend(person.shape), run: ({ ctx, input }) => editPerson(ctx, input.person, input) }),
  endpoint({ method: 'post', path: '/people/{person}/departure', says: 'The person leaves: the trace stays, the access ends.', action: 'people.edit', input: departureShape.extend(person.shape), run: ({ ctx, input }) => leave(ctx, input.person, input) }),
  endpoint({ method: 'delete', path: '/people/{person}/departure', says: 'The person comes back.', action: 'people.edit', input: person, run: ({ ctx, input }) => comeBack(ctx, input.person) }),
  endpoint({ method: 'post', path: '/people/{person}/roles', says: 'Gives a role, everywhere or within a dependency.', action: 'grants.edit', input: grantShape.extend(person.shape), run: async ({ ctx, input }) => id(await giveRole(ctx, input)) }),
  endpoint({ method: 'delete', path: '/roles/{grant}', says: 'Ends a role.', action: 'grants.edit', input: z.object({ grant: z.coerce.number().int().positive() }), run: ({ ctx, input }) => endRole(ctx, input.grant) }),
  endpoint({ method: 'get', path: '/directory', says: 'Dependencies and people like a text.', action: 'people.read', input: z.object({ q: z.string().trim().min(2).max(200) }), run: async ({ ctx, input }) => ({ items: await searchOrganization(ctx, input.q, 50) }) }),
];

const id = (made: unknown) => (isRefusal(made) ? made : { id: made });
