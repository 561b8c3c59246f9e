import type { Policy } from '#platform/http/policy.ts';

/** Who may do what with what is counted of web sites. */
export const metricsPolicy = {
  'traffic.read': {
    roles: ['administrator', 'head_of_communications', 'editor', 'author', 'reviewer', 'spokesperson', 'liaison', 'auditor'],
    scope: 'metrics:read',
  },
  'sites.write': { roles: ['administrator', 'head_of_communications', 'editor'], scope: 'metrics:write' },
  'traffic.import': { roles: ['administrator', 'head_of_communications', 'editor'], scope: 'metrics:write' },
} as const satisfies Policy;
