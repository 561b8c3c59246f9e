import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { revokeKeysOf } from './api-keys.queries.ts';
import { endGrantsOf, isLastAdministrator, selectGrantsOf } from './grants.queries.ts';
import { handOverPlaces, markLeft, selectPersonRef, selectPlaces } from './people.queries.ts';
import { knownPerson } from './people.ts';
import { organizationPolicy as policy } from './policy.ts';
import { endSessionsOf } from './sessions.ts';
import { forgetDevices } from './trusted-devices.ts';

/**
 * Somebody leaves: what he did keeps his name; his sessions, roles and keys end now. Whoever is named in `successor` takes
 * over his places in the tree, and by the event also his activities.
 */
export async function leave(ctx: Ctx, id: string, input: { successor: string | null }): Promise<Refusal | void> {
  const person = await knownPerson(ctx, id);
  authorize(ctx.actor, policy, 'people.edit', person.unit_id);
  if (person.left_at) return;
  const successor = await selectPersonRef(ctx.db, input.successor);
  if (successor === undefined) return refuse('person.unknown', {}, 'successor');
  if (successor?.id === id) return refuse('person.own_successor', { name: person.name }, 'successor');
  if (await isLastAdministrator(ctx.db, id)) return refuse('grants.last_administrator', { name: person.name });
  const places = await selectPlaces(ctx.db, id);
  const held = await selectGrantsOf(ctx.db, id);
  await endSessionsOf(ctx, id);
  await forgetDevices(ctx, id);
  await endGrantsOf(ctx.db, id, ctx.actor.id, ctx.now);
  await revokeKeysOf(ctx.db, id, ctx.actor.id, ctx.now);
  await handOverPlaces(ctx.db, id, successor?.id ?? null);
  await markLeft(ctx.db, id, ctx.now);
  await ctx.tell({
    name: 'person.left',
    subject: { type: 'person', id },
    topics: ['people', 'units', 'portal'],
    payload: { successor: successor?.id ?? null },
    before: {
      name: person.name,
      roles: held.map(({ role, unit }) => (unit ? `${role}: ${unit}` : role)),
      places: places.map(({ name }) => name),
    },
    after: { left: true, successor: successor?.name ?? null },
  });
}

/** Somebody who left comes back, with no role: each one is given anew. */
export async function comeBack(ctx: Ctx, id: string): Promise<void> {
  const person = await knownPerson(ctx, id);
  authorize(ctx.actor, policy, 'people.edit', person.unit_id);
  if (!person.left_at) return;
  await markLeft(ctx.db, id, null);
  await ctx.tell({
    name: 'person.returned',
    subject: { type: 'person', id },
    before: { left: true },
    after: { name: person.name, left: false },
    topics: ['people'],
  });
}
