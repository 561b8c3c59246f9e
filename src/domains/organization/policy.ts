import type { Policy } from '#platform/http/policy.ts';

const everybody = 'signed_in';

/** Who may do what with the institution, its people and its papers. */
export const organizationPolicy = {
  'portal.read': { roles: 'anyone', scope: 'portal:read' },
  'entry.use': { roles: 'anyone', scope: 'entry:use' },
  'workspace.enter': { roles: everybody, scope: 'workspace:read' },
  'institution.edit': { roles: ['administrator'], scope: 'organization:write' },
  'units.read': { roles: everybody, scope: 'organization:read' },
  'units.edit': { roles: ['administrator'], scope: 'organization:write' },
  'people.read': { roles: everybody, scope: 'organization:read' },
  'people.edit': { roles: ['administrator'], scope: 'organization:write' },
  'grants.edit': { roles: ['administrator'], scope: 'organization:write' },
  'rights.read': { roles: everybody, scope: 'organization:read' },
  'agreements.sign': { roles: everybody, scope: 'organization:write' },
  'agreements.read': { roles: ['administrator', 'head_of_communications', 'auditor'], scope: 'organization:read' },
  'agreements.publish': { roles: ['administrator', 'head_of_communications'], scope: 'organization:write' },
  'calendar.read': { roles: everybody, scope: 'organization:read' },
  'calendar.edit': { roles: ['administrator'], scope: 'organization:write' },
  'keys.read': { roles: ['administrator', 'auditor'], scope: 'organization:read' },
  'keys.edit': { roles: ['administrator'], scope: 'organization:write' },
  'audit.read': { roles: ['administrator', 'auditor'], scope: 'audit:read' },
  'jobs.read': { roles: ['administrator', 'auditor'], scope: 'jobs:read' },
  'jobs.retry': { roles: ['administrator'], scope: 'jobs:write' },
  // Only administrators: letters hold links with which one comes in.
  'outbox.read': { roles: ['administrator'], scope: 'outbox:read' },
  // One’s own; by a key, those of who issued it.
  'notices.read': { roles: everybody, scope: 'notices:read' },
  'self.edit': { roles: everybody, scope: 'self:write' },
} as const satisfies Policy;
