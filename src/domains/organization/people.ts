import type { Ctx } from '#platform/ctx.ts';
import { authorize, type Role } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { lastChange } from './audit.ts';
import { giveRole } from './grants.ts';
import { insertPerson, selectPerson, selectPersonByMail, updatePerson, type PersonFields as Columns } from './people.queries.ts';
import { organizationPolicy as policy } from './policy.ts';
import { selectUnitRef } from './units.queries.ts';

/** What may be said of a person; the dependency by id or code. */
export type PersonFields = Omit<Columns, 'unit'> & { readonly unit: number | string | null };

export interface NewPerson extends PersonFields {
  readonly roles: readonly Role[];
}

/** Adds somebody with his roles in the whole institution. Whoever calls invites him next (invitations.ts). */
export async function addPerson(ctx: Ctx, input: NewPerson): Promise<string | Refusal> {
  const { roles, ...fields } = input;
  const unit = await selectUnitRef(ctx.db, fields.unit);
  if (unit === undefined) return refuse('unit.unknown', {}, 'unit');
  authorize(ctx.actor, policy, 'people.edit', unit?.id ?? null);
  const refused = await mailTaken(ctx, fields.email);
  if (refused) return refused;
  const id = await insertPerson(ctx.db, { ...fields, unit: unit?.id ?? null }, ctx.now);
  await ctx.tell({
    name: 'person.added',
    subject: { type: 'person', id },
    after: { ...fields, unit: unit?.name ?? null },
    topics: ['people'],
  });
  for (const role of roles) await giveRole(ctx, { person: id, role, unit: null });
  return id;
}

/** @returns `form.stale` when somebody saved the person since the form was opened. */
export async function editPerson(ctx: Ctx, id: string, input: PersonFields & { version: number }): Promise<Refusal | void> {
  const person = await knownPerson(ctx, id);
  authorize(ctx.actor, policy, 'people.edit', person.unit_id);
  const unit = await selectUnitRef(ctx.db, input.unit);
  if (unit === undefined) return refuse('unit.unknown', {}, 'unit');
  authorize(ctx.actor, policy, 'people.edit', unit?.id ?? null);
  const { version, ...fields } = input;
  if (version !== person.version) return refuse('form.stale', { who: (await lastChange(ctx.db, 'person', id))?.actor ?? '' });
  const refused = await mailTaken(ctx, fields.email, id);
  if (refused) return refused;
  await updatePerson(ctx.db, id, { ...fields, unit: unit?.id ?? null });
  await ctx.tell({
    name: 'person.edited',
    subject: { type: 'person', id },
    topics: ['people', 'portal'],
    before: {
      name: person.name,
      email: person.email,
      position: person.position,
      employment: person.employment,
      unit: person.unit,
      language: person.language,
    },
    after: { ...fields, unit: unit?.name ?? null },
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
