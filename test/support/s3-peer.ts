import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { closeAtTheEnd } from './closing.ts';
import { authorizationOf, sha256, signatureOf, type S3Keys } from './s3-signature.ts';

export interface S3Peer {
  readonly endpoint: string;
  readonly bucket: string;
  readonly keys: S3Keys;
  readonly objects: ReadonlyMap<string, Buffer>;
  /** How many requests were refused for their signature. */
  readonly refused: () => number;
}

/** So small that a test of a few objects has several pages. */
const pageSize = 2;

/**
 * A service that speaks S3 over a socket, as the SDK does (Amazon S3 API Reference: PutObject, GetObject, HeadObject,
 * DeleteObject, ListObjectsV2, error responses). Every request must be signed, the payload hash true and the bucket known.
 */
export async function openS3Peer(): Promise<S3Peer> {
  const keys: S3Keys = { accessKeyId: 'PUERTOCLARO', secretAccessKey: 'una clave de cuarenta letras, que no es real' };
  const bucket = 'pregon';
  const objects = new Map<string, Buffer>();
  let refused = 0;
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const wrong = faultOf(request, body, keys, bucket);
      if (wrong) {
        if (wrong.status === 403) refused++;
        return fail(response, wrong.status, wrong.code);
      }
      answer(request, response, body, bucket, objects);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  closeAtTheEnd(() => server.close());
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { endpoint, bucket, keys, objects, refused: () => refused };
}

function faultOf(request: IncomingMessage, body: Buffer, keys: S3Keys, bucket: string): { status: number; code: string } | undefined {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const signed = { method: request.method!, url: request.url!, headers };
  if (!headers.authorization) return { status: 403, code: 'AccessDenied' };
  if (signatureOf(signed, keys) !== authorizationOf(headers).signature) return { status: 403, code: 'SignatureDoesNotMatch' };
  const hash = headers['x-amz-content-sha256'];
  if (hash !== 'UNSIGNED-PAYLOAD' && hash !== sha256(body)) return { status: 400, code: 'XAmzContentSHA256Mismatch' };
  return new URL(request.url!, 'http://peer').pathname.split('/')[1] === bucket ? undefined : { status: 404, code: 'NoSuchBucket' };
}

function answer(request: IncomingMessage, response: ServerResponse, body: Buffer, bucket: string, objects: Map<string, Buffer>): void {
  const url = new URL(request.url!, 'http://peer');
  const key = decodeURIComponent(url.pathname.slice(bucket.length + 2));
  if (request.method === 'GET' && key === '') return list(response, url.searchParams, objects);
  if (request.method === 'PUT') {
    objects.set(key, body);
    return void response.writeHead(200, { etag: `"${sha256(body).slice(0, 32)}"` }).end();
  }
  if (request.method === 'DELETE') {
    objects.delete(key);
    return void response.writeHead(204).end();
  }
  const object = objects.get(key);
  if (!object) return fail(response, 404, 'NoSuchKey');
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  const [from, to] = range ? [Number(range[1]), Math.min(Number(range[2]), object.length - 1)] : [0, object.length - 1];
  const part = object.subarray(from, to + 1);
  response.writeHead(range ? 206 : 200, {
    'content-length': part.length,
    'accept-ranges': 'bytes',
    ...(range ? { 'content-range': `bytes ${from}-${to}/${object.length}` } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : part);
}

function list(response: ServerResponse, query: URLSearchParams, objects: ReadonlyMap<string, Buffer>): void {
  const after = query.get('continuation-token') ?? '';
  const rest = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after).sort();
  const page = rest.slice(0, pageSize);
  const more = rest.length > page.length;
  const contents = page.map((key) => `<Contents><Key>${key}</Key><Size>${objects.get(key)!.length}</Size></Contents>`).join('');
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''}${contents}</ListBucketResult>`,
  );
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
}
