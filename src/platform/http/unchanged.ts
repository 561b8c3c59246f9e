import type { MiddlewareHandler } from 'hono';

/** Who holds the same content already gets 304 and no body, for answers that carry an ETag (RFC 9110 §13.1.2, weak comparison). */
export function unchanged(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const tag = c.res.headers.get('etag');
    const held = c.req.header('if-none-match');
    if (c.res.status !== 200 || !tag || !held) return;
    const plain = (one: string) => one.trim().replace(/^W\//, '');
    if (held.trim() !== '*' && !held.split(',').some((one) => plain(one) === plain(tag))) return;
    const headers = new Headers(c.res.headers);
    for (const name of ['content-length', 'content-encoding', 'content-type']) headers.delete(name);
    c.res = undefined;
    c.res = new Response(null, { status: 304, headers });
  };
}
