import type { Policy } from '#platform/http/policy.ts';

/** Who may do what with those whom the institution speaks to. Contacts are personal data: few read them. */
export const audiencesPolicy = {
  'contacts.read': { roles: ['head_of_communications', 'editor', 'auditor'], scope: 'audiences:read' },
  'contacts.write': { roles: ['head_of_communications', 'editor'], scope: 'audiences:write' },
  'contacts.import': { roles: ['head_of_communications', 'editor'], scope: 'audiences:write' },
  'consents.write': { roles: ['head_of_communications', 'editor'], scope: 'audiences:write' },
  'purposes.write': { roles: ['head_of_communications'], scope: 'audiences:write' },
  'data_requests.read': { roles: ['head_of_communications', 'editor', 'auditor'], scope: 'audiences:read' },
  'data_requests.answer': { roles: ['head_of_communications', 'editor'], scope: 'audiences:write' },
  // Whoever subscribes, prefers, takes back or asks about his own data.
  'subscriptions.use': { roles: 'anyone', scope: 'portal:read' },
  'segments.read': {
    roles: ['administrator', 'head_of_communications', 'editor', 'author', 'reviewer', 'spokesperson', 'liaison', 'auditor'],
    scope: 'audiences:read',
  },
  'segments.write': { roles: ['head_of_communications', 'editor'], scope: 'audiences:write' },
} as const satisfies Policy;
