import type { Address } from '#platform/http/address.ts';

const page = (name: string) => `workspace/screens/${name}`;

/** Televisions on walls: what they are, what they play, and what covers them. */
export const screensAddresses: readonly Address[] = [
  { path: '/workspace/screens', page: page('screens.page.tsx'), read: 'screens.read' },
  { path: '/workspace/screens/export', page: page('screens-export.page.ts'), read: 'screens.read' },
  { path: '/workspace/screens/new', page: page('new-screen.page.tsx'), read: 'screens.adopt', write: 'screens.adopt' },
  { path: '/workspace/screens/groups', page: page('groups.page.tsx'), read: 'screens.read', write: 'playlists.write' },
  { path: '/workspace/screens/groups/export', page: page('groups-export.page.ts'), read: 'screens.read' },
  { path: '/workspace/screens/groups/:group', page: page('group.page.tsx'), read: 'screens.read', write: 'playlists.write' },
  { path: '/workspace/screens/playlists', page: page('playlists.page.tsx'), read: 'screens.read' },
  { path: '/workspace/screens/playlists/export', page: page('playlists-export.page.ts'), read: 'screens.read' },
  { path: '/workspace/screens/playlists/new', page: page('new-playlist.page.tsx'), read: 'playlists.write', write: 'playlists.write' },
  { path: '/workspace/screens/playlists/:playlist', page: page('playlist.page.tsx'), read: 'screens.read', write: 'playlists.write' },
  { path: '/workspace/screens/pieces', page: page('pieces.page.tsx'), read: 'screens.read', write: 'playlists.write' },
  { path: '/workspace/screens/pieces/export', page: page('pieces-export.page.ts'), read: 'screens.read' },
  { path: '/workspace/screens/takeovers', page: page('takeovers.page.tsx'), read: 'screens.read', write: 'screens.take_over' },
  { path: '/workspace/screens/takeovers/export', page: page('takeovers-export.page.ts'), read: 'screens.read' },
  { path: '/workspace/screens/takeovers/new', page: page('new-takeover.page.tsx'), read: 'screens.take_over', write: 'screens.take_over' },
  { path: '/workspace/screens/:screen', page: page('screen.page.tsx'), read: 'screens.read', write: 'screens.adopt' },
  { path: '/workspace/screens/:screen/plays', page: page('plays-export.page.ts'), read: 'screens.read' },
  { path: '/workspace/screens/:screen/picture', page: page('picture.page.ts'), read: 'screens.read' },
];
