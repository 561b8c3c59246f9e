import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/compress';
import { bodyOf, whole } from './whole-body.ts';

/** Bytes below which gzip gains nothing. */
const threshold = 1024;

const deflated = promisify(gzip);

/** Of pages that are kept: each is compressed once, however often it is asked for. */
const kept = new WeakMap<Uint8Array, Promise<Buffer<ArrayBuffer>>>();

/** Answers in gzip for who takes it (RFC 9110 §12.5.3): in one piece what is written already, else as it streams. */
export function compressed(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers, status } = c.res;
    if (status === 206 || headers.has('content-encoding') || !COMPRESSIBLE_CONTENT_TYPE_REGEX.test(headers.get('content-type') ?? ''))
      return;
    const body = bodyOf(c.res);
    if ((body?.length ?? Number(headers.get('content-length') ?? threshold)) < threshold) return;
    headers.append('vary', 'accept-encoding');
    if (c.req.method === 'HEAD' || !takesGzip(c.req.header('accept-encoding'))) return;
    const answer =
      body === undefined
        ? c.res.body && new Response(c.res.body.pipeThrough(new CompressionStream('gzip')), { status, headers })
        : whole(await gzipped(body), { status, headers });
    if (!answer) return;
    answer.headers.set('content-encoding', 'gzip');
    answer.headers.delete('content-length');
    // What was compressed is the same content in other bytes (RFC 9110 §8.8.1).
    const tag = answer.headers.get('etag');
    if (tag && !tag.startsWith('W/')) answer.headers.set('etag', `W/${tag}`);
    c.res = undefined;
    c.res = answer;
  };
}

function gzipped(body: string | Uint8Array<ArrayBuffer>): Promise<Buffer<ArrayBuffer>> {
  if (typeof body === 'string') return deflated(body);
  const making = kept.get(body) ?? deflated(body);
  kept.set(body, making);
  return making;
}

function takesGzip(accepted = ''): boolean {
  const [, quality] = /(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=([\d.]+))?\s*(?:,|$)/i.exec(accepted) ?? [null, '0'];
  return quality === undefined || Number(quality) > 0;
}
