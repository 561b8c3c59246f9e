import { Readable } from 'node:stream';
import { Hono, type Context } from 'hono';
import { mayReadFile, noteLook, type FileAccess } from '#domains/editorial/index.ts';
import type { Range, StoredFile } from '#platform/files/files.ts';
import type { HouseEnv } from '#platform/http/server.ts';
import { perform, reading } from '#platform/http/visit.ts';
import { rangeOf } from '#platform/http/range.ts';

/** Files of the house, whole, in part or in a smaller size. A content never changes under its id. */
export const files = new Hono<HouseEnv>().get('/:id/:rendition?', async (c) => {
  const { id, rendition } = c.req.param();
  const { visit } = c.var;
  const { files: house, database } = visit.app;
  // A file just kept may not have reached the replica.
  const file = await house.find(reading(visit).db, id).catch(() => house.find(database.primary, id));
  // What was made secret, or given to a secret piece, a moment ago must not slip through a replica that lags behind.
  const access = await mayReadFile({ ...reading(visit), db: database.primary }, file);
  const { type, size } = rendition === undefined ? file : await house.rendition(database.primary, id, rendition);

  const etag = `"${file.sha256.slice(0, 32)}${rendition === undefined ? '' : `-${rendition}`}"`;
  // Without a tag nobody asks whether it changed: each look is a whole one, and is written down.
  const headers = { ...headersOf(file, type), 'cache-control': kept(file, access), ...(access.guarded ? {} : { etag }) };
  if (access.guarded) await perform(visit, (ctx) => noteLook(ctx, id, access.of));
  else if (c.req.header('if-none-match')?.split(/,\s*/).includes(etag)) return new Response(null, { status: 304, headers });
  const range = asked(c, etag, size);
  if (range === 'unsatisfiable') return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
  const length = range ? range.end - range.start + 1 : size;
  const answer = {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'content-length': String(length),
      ...(range ? { 'content-range': `bytes ${range.start}-${range.end}/${size}` } : {}),
    },
  };
  if (c.req.method === 'HEAD') return new Response(null, answer);
  return new Response(Readable.toWeb(await house.read(file, rendition, range)) as ReadableStream, answer);
});

function asked(c: Context, etag: string, size: number): Range | undefined | 'unsatisfiable' {
  const condition = c.req.header('if-range');
  return condition === undefined || condition === etag ? rangeOf(c.req.header('range'), size) : undefined;
}

function headersOf(file: StoredFile, type: string) {
  const shown = type.startsWith('image/') || type === 'application/pdf';
  const ascii = file.name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '');
  return {
    'content-type': type,
    // RFC 6266 with RFC 8187: old readers take the plain name, others the whole one.
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    // no-transform: a compressed part would not be the bytes that were asked for.
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    // Browsers show no PDF inside a sandbox; their viewers run it apart from the house anyway.
    'content-security-policy':
      type === 'application/pdf'
        ? "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
        : "default-src 'none'; sandbox; frame-ancestors 'none'",
  };
}

function kept(file: StoredFile, access: FileAccess): string {
  if (access.guarded) return 'private, no-store, no-transform';
  return file.publicSince ? 'public, max-age=300, no-transform' : 'private, max-age=3600, no-transform';
}
