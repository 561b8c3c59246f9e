// Keeps a screen going without network: its page, what that is made of, and what it shows. Served at /screens/worker.js.
const shell = 'pregon-shell';
const media = 'pregon-media';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname.startsWith('/screens/media/')) event.respondWith(shown(request, pathname));
  else if (pathname === '/screens' || pathname === '/brand.css' || /^\/(assets|static)\//.test(pathname))
    event.respondWith(part(request, pathname));
});

// An address of media has one content for ever.
async function shown(request, pathname) {
  const kept = await (await caches.open(media)).match(pathname);
  if (!kept) return fetch(request);
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '') ?? [];
  if (from === undefined) return kept;
  // Films are asked for in parts (RFC 9110, §14).
  const whole = await kept.blob();
  const end = to ? Math.min(Number(to), whole.size - 1) : whole.size - 1;
  if (Number(from) > end) return new Response(null, { status: 416, headers: { 'content-range': `bytes */${whole.size}` } });
  return new Response(whole.slice(Number(from), end + 1), {
    status: 206,
    headers: {
      'content-type': kept.headers.get('content-type') ?? '',
      'content-range': `bytes ${from}-${end}/${whole.size}`,
      'content-length': String(end + 1 - Number(from)),
    },
  });
}

// The house first, so that a new version comes by itself; what was kept when it is silent.
async function part(request, pathname) {
  const cache = await caches.open(shell);
  const kept = await cache.match(pathname);
  if (kept && pathname.startsWith('/assets/')) return kept;
  try {
    const response = await fetch(request, kept ? { signal: AbortSignal.timeout(5000) } : undefined);
    if (response.ok && !response.redirected) await cache.put(pathname, response.clone());
    return response.ok || !kept ? response : kept;
  } catch (cause) {
    if (kept) return kept;
    throw cause;
  }
}
