import type { Address } from '#platform/http/address.ts';

/** Letters to the contacts of segments. */
export const mailingsAddresses: readonly Address[] = [
  { path: '/workspace/mailings', page: 'workspace/mailings/mailings.page.tsx', read: 'mailings.read' },
  { path: '/workspace/mailings/export', page: 'workspace/mailings/mailings-export.page.ts', read: 'mailings.read' },
  { path: '/workspace/mailings/new', page: 'workspace/mailings/new-mailing.page.tsx', read: 'mailings.write', write: 'mailings.write' },
  { path: '/workspace/mailings/:mailing', page: 'workspace/mailings/mailing.page.tsx', read: 'mailings.read', write: 'mailings.read' },
  {
    path: '/workspace/mailings/:mailing/edit',
    page: 'workspace/mailings/edit-mailing.page.tsx',
    read: 'mailings.write',
    write: 'mailings.write',
  },
  { path: '/workspace/mailings/:mailing/letter', page: 'workspace/mailings/mailing-letter.page.ts', read: 'mailings.read' },
  { path: '/workspace/mailings/:mailing/recipients', page: 'workspace/mailings/recipients.page.tsx', read: 'mailings.recipients' },
  {
    path: '/workspace/mailings/:mailing/recipients/export',
    page: 'workspace/mailings/recipients-export.page.ts',
    read: 'mailings.recipients',
  },
];
