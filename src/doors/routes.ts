import { layout, route, type RouteConfig, type RouteConfigEntry } from '@react-router/dev/routes';
import type { Address } from '#platform/http/address.ts';
import { addresses as entry } from './entry/routes.ts';
import { addresses as intranet } from './intranet/routes.ts';
import { addresses as portal } from './portal/routes.ts';
import { addresses as screens } from './screens/routes.ts';
import { addresses as workspace } from './workspace/routes.ts';

// Every address of the pages is a line in its door's own routes.ts; here they only get their door's frame.
const door = (name: string, addresses: readonly Address[], ...more: RouteConfigEntry[]) =>
  layout(`${name}/layout.tsx`, [...addresses.map(({ path, page }) => route(path, page, { id: `${name}:${path}` })), ...more]);

export default [
  door('entry', entry),
  door('workspace', workspace),
  door('intranet', intranet),
  door('screens', screens),
  door('portal', portal, route('*', 'nowhere.page.tsx')),
  route('forbidden', 'forbidden.page.tsx'),
] satisfies RouteConfig;
