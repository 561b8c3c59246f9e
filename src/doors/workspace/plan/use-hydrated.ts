import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether script has arrived: what only it can do is offered from then on. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
