import type { Policy } from '#platform/http/policy.ts';

/** Who may do what with a plan. Writing and approving are asked for the dependency that answers for the plan. */
export const planPolicy = {
  'plans.read': { roles: 'signed_in', scope: 'plan:read' },
  'plans.import': { roles: ['administrator', 'head_of_communications', 'editor'], scope: 'plan:write' },
  'plans.edit': { roles: ['head_of_communications', 'editor', 'author'], scope: 'plan:write' },
  'plans.submit': { roles: ['head_of_communications', 'editor', 'author'], scope: 'plan:write' },
  'plans.approve': { roles: ['head_of_communications', 'reviewer'], scope: 'plan:approve' },
  'plans.put_in_force': { roles: ['head_of_communications'], scope: 'plan:approve' },
} as const satisfies Policy;
