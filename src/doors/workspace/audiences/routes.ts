import type { Address } from '#platform/http/address.ts';

/** Those whom the institution speaks to. */
export const audiencesAddresses: readonly Address[] = [
  { path: '/workspace/contacts', page: 'workspace/audiences/contacts.page.tsx', read: 'contacts.read' },
  { path: '/workspace/contacts/export', page: 'workspace/audiences/contacts-export.page.ts', read: 'contacts.read' },
  { path: '/workspace/contacts/new', page: 'workspace/audiences/new-contact.page.tsx', read: 'contacts.write', write: 'contacts.write' },
  { path: '/workspace/contacts/:contact', page: 'workspace/audiences/contact.page.tsx', read: 'contacts.read', write: 'contacts.write' },
  { path: '/workspace/segments', page: 'workspace/audiences/segments.page.tsx', read: 'segments.read' },
  { path: '/workspace/segments/new', page: 'workspace/audiences/new-segment.page.tsx', read: 'segments.write', write: 'segments.write' },
  { path: '/workspace/segments/count', page: 'workspace/audiences/segment-count.page.ts', read: 'segments.read', write: 'segments.read' },
  { path: '/workspace/segments/:segment', page: 'workspace/audiences/segment.page.tsx', read: 'segments.read', write: 'segments.write' },
  { path: '/workspace/imports', page: 'workspace/audiences/imports.page.tsx', read: 'contacts.read', write: 'contacts.import' },
  { path: '/workspace/imports/:import', page: 'workspace/audiences/import.page.tsx', read: 'contacts.read', write: 'contacts.import' },
  { path: '/workspace/imports/:import/faults', page: 'workspace/audiences/import-faults.page.ts', read: 'contacts.read' },
  { path: '/workspace/consents', page: 'workspace/audiences/consents.page.tsx', read: 'contacts.read', write: 'purposes.write' },
  {
    path: '/workspace/data-requests',
    page: 'workspace/audiences/data-requests.page.tsx',
    read: 'data_requests.read',
    write: 'data_requests.answer',
  },
  {
    path: '/workspace/data-requests/:request',
    page: 'workspace/audiences/data-request.page.tsx',
    read: 'data_requests.read',
    write: 'data_requests.answer',
  },
];
