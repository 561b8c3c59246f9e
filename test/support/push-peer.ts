import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A browser that subscribed: what it tells the house, and what it keeps to itself. */
export interface PushBrowser {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

export interface TakenPush {
  readonly endpoint: string;
  /** What the house said, opened with the browser's own keys. */
  readonly message: { title: string; body: string; path: string; tag: string; language: string };
  readonly ttl: number;
  readonly topic: string | undefined;
  readonly subject: string;
}

type Answer = number | { readonly status: number; readonly retryAfter: string } | 'cut' | 'silent';

export interface PushPeer {
  readonly origin: string;
  readonly taken: TakenPush[];
  /** What it answers to whom; 201 unless said. */
  answers: (endpoint: string) => Answer;
  browser(): PushBrowser;
  close(): void;
}

/**
 * A push service (RFC 8030) that opens what it gets with the keys of the browser it is for (RFC 8188, RFC 8291), and takes only what the
 * house signed (RFC 8292): so that a test sees what a person would.
 */
export async function openPushPeer(): Promise<PushPeer> {
  const browsers = new Map<string, { ecdh: ReturnType<typeof createECDH>; auth: Buffer }>();
  const server = createServer(
    (request, response) => void answer(request, response).catch((cause: unknown) => response.writeHead(400).end(String(cause))),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const endpoint = origin + request.url;
    const known = browsers.get(endpoint);
    if (!known) return void response.writeHead(404).end();
    const subject = signedBy(request.headers.authorization ?? '', origin);
    const message = JSON.parse(opened(body, known)) as TakenPush['message'];
    const how = peer.answers(endpoint);
    if (how === 'cut') return void request.socket.destroy();
    const status = typeof how === 'object' ? how.status : how === 'silent' ? 201 : how;
    if (status < 300) {
      const topic = request.headers['topic'];
      peer.taken.push({
        endpoint,
        message,
        ttl: Number(request.headers.ttl),
        topic: typeof topic === 'string' ? topic : undefined,
        subject,
      });
    }
    if (how !== 'silent') response.writeHead(status, typeof how === 'object' ? { 'retry-after': how.retryAfter } : {}).end();
  }

  const peer: PushPeer = {
    origin,
    taken: [],
    answers: () => 201,
    browser: () => {
      const ecdh = createECDH('prime256v1');
      const p256dh = ecdh.generateKeys().toString('base64url');
      const auth = randomBytes(16);
      const endpoint = `${origin}/push/${randomBytes(12).toString('base64url')}`;
      browsers.set(endpoint, { ecdh, auth });
      return { endpoint, p256dh, auth: auth.toString('base64url') };
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return peer;
}

function opened(body: Buffer, { ecdh, auth }: { ecdh: ReturnType<typeof createECDH>; auth: Buffer }): string {
  const salt = body.subarray(0, 16);
  const length = body[20]!;
  const sender = body.subarray(21, 21 + length);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), sender]);
  const key = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(sender), auth, info, 32));
  const derived = (what: string, bytes: number) => Buffer.from(hkdfSync('sha256', key, salt, `Content-Encoding: ${what}\0`, bytes));
  const sealed = body.subarray(21 + length);
  const cipher = createDecipheriv('aes-128-gcm', derived('aes128gcm', 16), derived('nonce', 12));
  cipher.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
  return plain.subarray(0, plain.lastIndexOf(2)).toString('utf8');
}

/** Whom the house says it is, when the signature is by the key that it names, for this service and for a day at most. */
function signedBy(authorization: string, origin: string): string {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const coordinate = (from: number) => point.subarray(from, from + 32).toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; exp: number; sub: string };
  if (
    !verify('sha256', Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
  )
    throw new Error('not signed by the key that it names');
  if (said.aud !== origin || said.exp > Date.now() / 1000 + 86_400) throw new Error('signed for another service, or for too long');
  return said.sub;
}
