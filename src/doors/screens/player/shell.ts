/** The page and all that it is made of, kept so that it starts without network. Asks nothing where the browser keeps nothing. */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return;
  await navigator.serviceWorker.register('/screens/worker.js', { scope: '/screens' });
  await navigator.serviceWorker.ready;
  const parts = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && /^\/(assets|static)\/|^\/brand\.css$/.test(pathname))
    .map(({ pathname }) => pathname);
  const cache = await caches.open('pregon-shell');
  await cache.addAll([...new Set(['/screens', ...parts])]);
}
