import type { Address } from '#platform/http/address.ts';

/** The page that a television shows, and how it looks to who works on it. What devices ask for is in `devices.ts`. */
export const addresses: readonly Address[] = [
  { path: '/screens', page: 'screens/screen.page.tsx', read: 'screens.play' },
  { path: '/screens/preview/:screen', page: 'screens/preview.page.tsx', read: 'screens.read', framed: true },
  { path: '/screens/pieces/:piece', page: 'screens/piece.page.tsx', read: 'pieces.read', framed: true },
];
