import { useRouteLoaderData } from 'react-router';
import type { loader } from './layout.tsx';

/** What every page of the portal knows: institution, preferences, where it is seen from. Undefined while it could not be read. */
export function usePortal() {
  return useRouteLoaderData<typeof loader>('portal/layout');
}
