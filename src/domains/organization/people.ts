import type { Ctx } from '#platform/ctx.ts';
import { authorize, type Role } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { giveRole } from './grants.ts';
import { insertPerson, selectPerson, selectPersonByMail, updatePerson, type PersonFields } from './people.queries.ts';
import { organizationPolicy as policy } from './policy.ts';
import { selectUnit } from './units.queries.ts';

export interface NewPerson extends PersonFields { readonly roles: readonly Role[] }

/** Adds somebody with his roles in the whole institution. Whoever calls invites him next (invitations.ts). */
export async function addPerson(ctx: Ctx, input: NewPerson): Promise<string | Refusal> {
  authorize(ctx.actor, policy, 'people.edit', input.unit);
  const { roles, ...fields } = input;
  const refused = (await mailTaken(ctx, fields.email)) ?? (await unitMissing(ctx, fields.unit));
  if (refused) return refused;
  const id = await insertPerson(ctx.db, fields, ctx.now);
  await ctx.tell({ name: 'person.added', subject: { type: 'person', id }, after: { ...fields, unit: await unitName(ctx, fields.unit) }, topics: ['people'] });
  for (const role of roles) await giveRole(ctx, { person: id, role, unit: null });
  return id;
}

/** @returns `form.stale` when somebody saved the person since the form was opened. */
export async function editPerson(ctx: Ctx, id: string, input: PersonFields & { version: number }): Promise<Refusal | void> {
  const person = await knownPerson(ctx, id);
  authorize(ctx.actor, policy, 'people.edit', person.unit_id);
  authorize(ctx.actor, policy, 'people.edit', input.unit);
  const { version, ...fields } = input;
  if (version !== person.version) return refuse('form.stale', { name: person.name });
  const refused = (await mailTaken(ctx, fields.email, id)) ?? (await unitMissing(ctx, fields.unit));
  if (refused) return refused;
  await updatePerson(ctx.db, id, fields);
  await ctx.tell({
    name: 'person.edited', subject: { type: 'person', id }, topics: ['people'],
    before: { name: person.name, email: person.email, position: person.position, employment: person.employment, unit: person.unit, language: person.language },
    after: { ...fields, unit: await unitName(ctx, fields.unit) },
  });
}

/** @throws NotFound */
export async function knownPerson(ctx: Ctx, id: string) {
  const person = /^[0-9a-f-]{36}$/i.test(id) ? await selectPerson(ctx.db, id) : undefined;
  if (!person) throw new NotFound(`person ${id}`);
  return person;
}

async function mailTaken(ctx: Ctx, email: string, own?: string): Promise<Refusal | undefined> {
  const other = await selectPersonByMail(ctx.db, email);
  if (!other || other.id === own) return undefined;
  return refuse(other.left_at ? 'person.mail_of_who_left' : 'person.mail_taken', { name: other.name }, 'email');
}

async function unitMissing(ctx: Ctx, unit: number | null): Promise<Refusal | undefined> {
  if (unit === null) return undefined;
  const found = await selectUnit(ctx.db, unit);
  return found && !found.closed_at ? undefined : refuse('unit.unknown', {}, 'unit');
}

async function unitName(ctx: Ctx, unit: number | null): Promise<string | null> {
  return unit === null ? null : ((await selectUnit(ctx.db, unit))?.name ?? null);
}
