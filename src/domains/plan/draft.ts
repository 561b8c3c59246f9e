import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import type { Plan, Version } from './plan.ts';
import { planPolicy } from './policy.ts';
import { getPlan } from './reading.ts';
import { insertAuthor, lockVersion } from './versions.queries.ts';

export interface Draft {
  readonly plan: Plan;
  readonly version: Version;
}

/** The version to write in, locked until the transaction ends, and its writer noted. Refused unless it is a draft. */
export async function openDraft(ctx: Ctx, id: number): Promise<Draft | Refusal> {
  const version = await lockVersion(ctx.db, id);
  if (!version) throw new NotFound(`version ${id}`);
  const plan = await getPlan(ctx, version.plan);
  authorize(ctx.actor, planPolicy, 'plans.edit', plan.unit);
  if (version.state !== 'draft') return refuse('version.not_draft', { number: version.number });
  if (ctx.actor.id) await insertAuthor(ctx.db, id, ctx.actor.id, ctx.now);
  return { plan, version };
}
