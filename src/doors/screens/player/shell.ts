/** The page and all that it is made of, kept so that it starts without network. Asks nothing where the browser keeps nothing. */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return;
  await navigator.serviceWorker.register('/screens/worker.js', { scope: '/screens' });
  await navigator.serviceWorker.ready;
  // What is kept is not to be thrown out when the device's disk runs short; a browser may say no.
  await navigator.storage.persist().catch(() => false);
  const parts = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && /^\/(assets|static)\/|^\/brand\.css$/.test(pathname))
    .map(({ pathname }) => pathname);
  const cache = await caches.open('pregon-shell');
  await cache.addAll([...new Set(['/screens', ...parts])]);
}
