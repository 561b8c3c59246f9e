import type { Address } from '#platform/http/address.ts';

const page = (name: string) => `workspace/traffic/${name}`;

/** What is looked at on the web sites of the institution. */
export const trafficAddresses: readonly Address[] = [
  { path: '/workspace/traffic', page: page('board.page.tsx'), read: 'traffic.read' },
  { path: '/workspace/traffic/rows', page: page('rows.page.tsx'), read: 'traffic.read' },
  { path: '/workspace/traffic/export', page: page('export.page.ts'), read: 'traffic.read' },
  { path: '/workspace/traffic/sites', page: page('sites.page.tsx'), read: 'traffic.read' },
  { path: '/workspace/traffic/sites/export', page: page('sites-export.page.ts'), read: 'traffic.read' },
  { path: '/workspace/traffic/sites/new', page: page('new-site.page.tsx'), read: 'sites.write', write: 'sites.write' },
  { path: '/workspace/traffic/sites/:site', page: page('site.page.tsx'), read: 'traffic.read', write: 'sites.write' },
  { path: '/workspace/traffic/imports', page: page('imports.page.tsx'), read: 'traffic.read', write: 'traffic.import' },
  { path: '/workspace/traffic/imports/export', page: page('imports-export.page.ts'), read: 'traffic.read' },
  { path: '/workspace/traffic/imports/:import', page: page('import.page.tsx'), read: 'traffic.read', write: 'traffic.import' },
  { path: '/workspace/traffic/imports/:import/faults', page: page('import-faults.page.ts'), read: 'traffic.read' },
];
