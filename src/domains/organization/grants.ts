import type { Ctx } from '#platform/ctx.ts';
import { authorize, type Role } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { endGrant, insertGrant, isLastAdministrator, selectGrant } from './grants.queries.ts';
import { selectPersonRef } from './people.queries.ts';
import { organizationPolicy as policy } from './policy.ts';
import { selectUnitRef } from './units.queries.ts';

/** Gives a role in the whole institution (`unit` null) or within a dependency and all below it. Giving it twice changes nothing. */
export async function giveRole(
  ctx: Ctx,
  input: { person: string; role: Role; unit: number | string | null },
): Promise<number | null | Refusal> {
  const unit = await selectUnitRef(ctx.db, input.unit);
  if (unit === undefined) return refuse('unit.unknown', {}, 'unit');
  authorize(ctx.actor, policy, 'grants.edit', unit?.id ?? null);
  const person = await selectPersonRef(ctx.db, input.person);
  if (!person) return refuse('person.unknown', {}, 'person');
  const id = await insertGrant(ctx.db, { person: person.id, role: input.role, unit: unit?.id ?? null, by: ctx.actor.id, now: ctx.now });
  if (id === undefined) return null;
  await ctx.tell({
    name: 'role.given',
    subject: { type: 'person', id: person.id },
    topics: ['people'],
    after: { person: person.name, role: input.role, unit: unit?.name ?? null },
    payload: { grant: id, role: input.role, unit: unit?.id ?? null },
  });
  return id;
}

/** Takes a role away. The institution keeps at least one administrator. */
export async function endRole(ctx: Ctx, id: number): Promise<Refusal | void> {
  const grant = await selectGrant(ctx.db, id);
  if (!grant || grant.ended_at) throw new NotFound(`grant ${id}`);
  authorize(ctx.actor, policy, 'grants.edit', grant.unit_id);
  if (grant.role === 'administrator' && grant.unit_id === null && (await isLastAdministrator(ctx.db, grant.person_id))) {
    return refuse('grants.last_administrator', { name: grant.person });
  }
  await endGrant(ctx.db, id, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'role.ended',
    subject: { type: 'person', id: grant.person_id },
    topics: ['people'],
    before: { person: grant.person, role: grant.role, unit: grant.unit },
    payload: { grant: id, role: grant.role, unit: grant.unit_id },
  });
}
