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
  'mailings.read': {
    roles: ['administrator', 'head_of_communications', 'editor', 'author', 'reviewer', 'spokesperson', 'liaison', 'auditor'],
    scope: 'channels:read',
  },
  // To whom it went is personal data: few read it.
  'mailings.recipients': { roles: ['head_of_communications', 'editor', 'auditor'], scope: 'audiences:read' },
  'mailings.write': { roles: ['head_of_communications', 'editor', 'author'], scope: 'channels:write' },
  // Whoever wrote in it may not, whatever his roles.
  'mailings.approve': { roles: ['head_of_communications', 'editor', 'reviewer'], scope: 'channels:approve' },
  'mailings.send': { roles: ['head_of_communications', 'editor'], scope: 'channels:send' },
  // What a device on a wall asks for: it proves itself by its token, nobody signs in on it.
  'screens.play': { roles: 'anyone', scope: 'portal:read' },
  'screens.read': {
    roles: ['administrator', 'head_of_communications', 'editor', 'author', 'reviewer', 'spokesperson', 'liaison', 'auditor'],
    scope: 'channels:read',
  },
  'screens.adopt': { roles: ['administrator', 'head_of_communications', 'editor'], scope: 'channels:write' },
  'playlists.write': { roles: ['head_of_communications', 'editor'], scope: 'channels:write' },
  'screens.take_over': { roles: ['head_of_communications', 'editor'], scope: 'channels:write' },
} as const satisfies Policy;
