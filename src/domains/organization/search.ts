import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { organizationPolicy } from './policy.ts';
import { findUnitsAndPeople, type FoundInOrganization } from './search.queries.ts';

/** Dependencies and people whose name is like the text, best first. */
export function searchOrganization(ctx: Ctx, text: string, limit: number): Promise<FoundInOrganization[]> {
  authorize(ctx.actor, organizationPolicy, 'people.read');
  return findUnitsAndPeople(ctx.db, text, limit);
}
