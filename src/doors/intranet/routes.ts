import type { Address } from '#platform/http/address.ts';

export const addresses: readonly Address[] = [
  { path: '/intranet', page: 'intranet/home.page.tsx', read: 'workspace.enter' },
  { path: '/intranet/directory', page: 'intranet/directory.page.tsx', read: 'people.read' },
];
