import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { invite } from './invitations.ts';
import { knownPerson } from './people.ts';
import { organizationPolicy as policy } from './policy.ts';

/** Writes again to somebody who has not come in yet; the link before this one stops working. */
export async function inviteToJoin(ctx: Ctx, id: string, origin: string): Promise<void> {
  const person = await knownPerson(ctx, id);
  authorize(ctx.actor, policy, 'people.edit', person.unit_id);
  await invite(ctx, { person: id, purpose: 'join', origin });
}
