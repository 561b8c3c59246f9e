import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { forgetSetup, removeEverySecondFactor } from './lost-key.queries.ts';
import { organizationPolicy as policy } from './policy.ts';

/** The key is lost: second factors can no longer be checked, so their owners come in without and set them up again. */
export async function forgetSealed(ctx: Ctx): Promise<{ secondFactors: number }> {
  authorize(ctx.actor, policy, 'people.edit', null);
  const people = await removeEverySecondFactor(ctx.db);
  await forgetSetup(ctx.db);
  await ctx.tell(people.map((id) => ({ name: 'second_factor.removed', subject: { type: 'person', id } }) as const));
  return { secondFactors: people.length };
}
