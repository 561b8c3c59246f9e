import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { planPolicy } from './policy.ts';
import { findInPlans, type FoundInPlans } from './search.queries.ts';

/** Plans and rows of plans that speak of the text, best first. */
export function searchPlans(ctx: Ctx, text: string, limit: number): Promise<FoundInPlans[]> {
  authorize(ctx.actor, planPolicy, 'plans.read');
  return findInPlans(ctx.db, text, limit);
}
