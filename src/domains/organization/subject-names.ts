import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { organizationPolicy as policy } from './policy.ts';
import { selectNames, type NamedSubject } from './subject-names.queries.ts';

export type { NamedSubject };

/** What people, dependencies, files and the like are called now, by id: for who reads the audit log. */
export function subjectNames(ctx: Ctx, type: NamedSubject, ids: readonly string[]): Promise<Map<string, string>> {
  authorize(ctx.actor, policy, 'audit.read', null);
  return selectNames(ctx.db, type, ids);
}
