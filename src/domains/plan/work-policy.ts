import type { Policy } from '#platform/http/policy.ts';

/**
 * Who may say how a plan goes. The person responsible, and the head and liaison of the dependency responsible, may report and
 * measure what is theirs without any of these roles (`taking-part.ts`).
 */
export const workPolicy = {
  'work.read': { roles: 'signed_in', scope: 'plan:read' },
  // The door to the forms; each command then asks for the item's own dependency.
  'work.write': { roles: 'signed_in', scope: 'plan:report' },
  'activity.report': { roles: ['head_of_communications', 'editor', 'liaison'], scope: 'plan:report' },
  'activity.assign': { roles: ['head_of_communications', 'editor', 'liaison'], scope: 'plan:report' },
  'reading.take': { roles: ['head_of_communications', 'editor', 'liaison'], scope: 'plan:report' },
  'reading.decide': { roles: ['head_of_communications', 'editor', 'reviewer'], scope: 'plan:approve' },
  'annotation.write': { roles: ['head_of_communications', 'editor', 'liaison'], scope: 'plan:report' },
  'annotation.withdraw': { roles: ['head_of_communications'], scope: 'plan:report' },
} as const satisfies Policy;
