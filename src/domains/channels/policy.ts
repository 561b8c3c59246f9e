import type { Policy } from '#platform/http/policy.ts';

/** Who may do what with what goes out. Withdrawing belongs to the source's own domain. */
export const channelsPolicy = {
  'dispatches.read': {
    roles: ['administrator', 'head_of_communications', 'editor', 'author', 'reviewer', 'spokesperson', 'liaison', 'auditor'],
    scope: 'channels:read',
  },
  // Whoever hangs the poster says so.
  'dispatches.carry': { roles: ['head_of_communications', 'editor', 'author', 'liaison'], scope: 'channels:write' },
  'dispatches.steer': { roles: ['head_of_communications', 'editor'], scope: 'channels:write' },
} as const satisfies Policy;
