import type { Address } from '#platform/http/address.ts';

/** Those whom the institution speaks to. */
export const audiencesAddresses: readonly Address[] = [
  { path: '/workspace/contacts', page: 'workspace/audiences/contacts.page.tsx', read: 'contacts.read' },
  { path: '/workspace/contacts/export', page: 'workspace/audiences/contacts-export.page.ts', read: 'contacts.read' },
  { path: '/workspace/contacts/new', page: 'workspace/audiences/new-contact.page.tsx', read: 'contacts.write', write: 'contacts.write' },
  { path: '/workspace/contacts/:contact', page: 'workspace/audiences/contact.page.tsx', read: 'contacts.read', write: 'contacts.write' },
];
