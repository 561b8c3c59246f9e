import type { Policy } from '#platform/http/policy.ts';

/**
 * Who may do what with requests, campaigns and pieces. Writing, publishing and the rest are asked for the dependency that answers for
 * the piece. What is classified or reserved is read by whom it names and by nobody else, whatever his roles (`readers.ts`); whoever
 * wrote or edited a piece never approves it (`approvals.ts`).
 */
export const editorialPolicy = {
  'requests.ask': { roles: 'signed_in', scope: 'editorial:write' },
  // One's own and one's dependency's; the office's roles read them all.
  'requests.read': { roles: 'signed_in', scope: 'editorial:read' },
  'requests.read_all': {
    roles: ['head_of_communications', 'editor', 'author', 'auditor'],
    scope: 'editorial:read',
  },
  'requests.triage': { roles: ['head_of_communications', 'editor'], scope: 'editorial:write' },
  // By a public address and, once asked, by the secret one that the mails carry.
  'requests.ask_outside': { roles: 'anyone', scope: 'editorial:write' },
  'campaigns.read': {
    roles: ['administrator', 'head_of_communications', 'editor', 'author', 'reviewer', 'spokesperson', 'liaison', 'auditor'],
    scope: 'editorial:read',
  },
  'campaigns.write': { roles: ['head_of_communications', 'editor'], scope: 'editorial:write' },
  'campaigns.spend': { roles: ['head_of_communications', 'editor'], scope: 'editorial:write' },
  'pieces.read': {
    roles: ['administrator', 'head_of_communications', 'editor', 'author', 'reviewer', 'spokesperson', 'liaison', 'auditor'],
    scope: 'editorial:read',
  },
  // Whoever is named in a secret piece reads it, whatever his roles; of any other the command asks for pieces.read.
  'pieces.open': { roles: 'signed_in', scope: 'editorial:read' },
  'pieces.write': { roles: ['head_of_communications', 'editor', 'author'], scope: 'editorial:write' },
  'pieces.classify': { roles: ['head_of_communications', 'editor', 'reviewer'], scope: 'editorial:write' },
  // Whoever a step of review was asked of decides it; the command looks.
  'pieces.review': {
    roles: ['head_of_communications', 'editor', 'author', 'reviewer', 'spokesperson', 'liaison'],
    scope: 'editorial:approve',
  },
  'pieces.approve': { roles: ['head_of_communications', 'reviewer'], scope: 'editorial:approve' },
  'pieces.waive': { roles: ['head_of_communications', 'editor'], scope: 'editorial:approve' },
  'pieces.publish': { roles: ['head_of_communications', 'editor'], scope: 'editorial:publish' },
  'pieces.withdraw': { roles: ['head_of_communications', 'editor'], scope: 'editorial:publish' },
  // Whom it reaches is asked by the command: heads and liaisons see their own dependencies, the office all.
  'memos.read': { roles: 'signed_in', scope: 'editorial:read' },
  'memos.read_all': {
    roles: ['administrator', 'head_of_communications', 'editor', 'author', 'auditor'],
    scope: 'editorial:read',
  },
  // Only the head of the dependency or who stands in for him, whatever his roles; never a key.
  'memos.sign': { roles: 'signed_in', scope: 'editorial:approve' },
  // Heads and liaisons of the dependency; the command looks.
  'memos.note': { roles: 'signed_in', scope: 'editorial:write' },
  'memos.number': { roles: ['administrator'], scope: 'editorial:write' },
  'assets.read': {
    roles: ['administrator', 'head_of_communications', 'editor', 'author', 'reviewer', 'spokesperson', 'liaison', 'auditor'],
    scope: 'editorial:read',
  },
  'assets.write': { roles: ['head_of_communications', 'editor', 'author', 'liaison'], scope: 'editorial:write' },
  'calendar.plan': { roles: ['head_of_communications', 'editor', 'author'], scope: 'editorial:write' },
  'slots.write': { roles: ['head_of_communications', 'editor'], scope: 'editorial:write' },
  'terms.write': { roles: ['head_of_communications', 'editor'], scope: 'editorial:write' },
  'home.compose': { roles: ['head_of_communications', 'editor'], scope: 'editorial:publish' },
  'election.declare': { roles: ['administrator'], scope: 'editorial:write' },
  // One's own; another's only the head, and never himself for him.
  'stand_ins.name': {
    roles: ['head_of_communications', 'editor', 'author', 'reviewer', 'spokesperson', 'liaison'],
    scope: 'editorial:approve',
  },
  'stand_ins.name_for_others': { roles: ['head_of_communications'], scope: 'editorial:approve' },
} as const satisfies Policy;
