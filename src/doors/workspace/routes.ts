import type { Address } from '#platform/http/address.ts';
import { planAddresses } from './plan/routes.ts';
import { editorialAddresses } from './editorial/routes.ts';
import { audiencesAddresses } from './audiences/routes.ts';
import { mailingsAddresses } from './mailings/routes.ts';
import { memosAddresses } from './memos/routes.ts';
import { organizationAddresses } from './organization/routes.ts';
import { screensAddresses } from './screens/routes.ts';
import { trafficAddresses } from './traffic/routes.ts';

/** Every address of the workspace: a line each here or in its area. */
export const addresses: readonly Address[] = [
  { path: '/workspace', page: 'workspace/home.page.tsx', read: 'work.read' },
  { path: '/workspace/search', page: 'workspace/search/search.page.tsx', read: 'workspace.enter' },
  ...planAddresses,
  ...editorialAddresses,
  ...audiencesAddresses,
  ...screensAddresses,
  ...mailingsAddresses,
  ...trafficAddresses,
  ...memosAddresses,
  ...organizationAddresses,
];
