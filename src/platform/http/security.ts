import type { Context, MiddlewareHandler } from 'hono';

/**
 * The headers of every answer. Pages run only scripts of the house; the page build's one inline script carries a nonce.
 * (OWASP Secure Headers; CSP Level 3.)
 */
export function securityHeaders(secure: boolean): MiddlewareHandler<{ Variables: { nonce: string } }> {
  return async (c, next) => {
    const nonce = crypto.randomUUID().replaceAll('-', '');
    c.set('nonce', nonce);
    await next();
    const headers = c.res.headers;
    const frame = headers.get('x-frame-options') === 'SAMEORIGIN' ? "'self'" : "'none'";
    if (!headers.has('content-security-policy'))
      headers.set('content-security-policy', contentPolicy.replace('{nonce}', nonce).replace('{frame}', frame));
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'same-origin');
    headers.set('cross-origin-opener-policy', 'same-origin');
    // What a mail shows is asked for by the page of whoever reads it.
    if (!headers.has('cross-origin-resource-policy')) headers.set('cross-origin-resource-policy', 'same-origin');
    if (frame === "'none'") headers.set('x-frame-options', 'DENY');
    headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    if (secure) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  };
}

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self' 'nonce-{nonce}'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "media-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-src 'self'",
  'frame-ancestors {frame}',
].join('; ');

/**
 * A change must come from a page of this house: browsers say so in Sec-Fetch-Site or Origin (OWASP CSRF, «Fetch metadata»).
 * A request without either is no browser's and carries a key, never a cookie.
 */
export function comesFromElsewhere(c: Context, origin: string): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return false;
  const site = c.req.header('sec-fetch-site');
  if (site) return site !== 'same-origin' && site !== 'none';
  const from = c.req.header('origin');
  if (from) return from !== origin;
  return c.req.header('cookie') !== undefined;
}
