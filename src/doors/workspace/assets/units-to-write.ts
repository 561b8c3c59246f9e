import { editorialPolicy } from '#domains/editorial/index.ts';
import { unitOptions } from '#domains/organization/index.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';

/** The dependencies for which somebody may put something in the library. */
export async function unitsToWrite(ctx: Ctx, actor: Actor) {
  return (await unitOptions(ctx)).filter(({ id }) => may(actor, editorialPolicy['assets.write'], id));
}
