import type { Address } from '#platform/http/address.ts';

export const addresses: readonly Address[] = [
  { path: '/', page: 'portal/home.page.tsx', read: 'portal.read' },
];
