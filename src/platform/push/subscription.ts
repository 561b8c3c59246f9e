import { isIP } from 'node:net';
import { bare, isPublicAddress } from '#platform/http/outside.ts';

/** A device as its browser names it (W3C Push API, §8): where its push service takes notices, and the keys that they are sealed with. */
export interface PushAddress {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/**
 * Where a notice may be sent: to a public machine by https, or to the institution's own push service. A browser says its endpoint
 * by itself, so that anybody can say any.
 */
export function pushEndpoint(endpoint: string, ownService?: string): URL | undefined {
  const url = URL.parse(endpoint);
  if (!url || url.username !== '' || url.password !== '' || endpoint.length > 2000) return undefined;
  if (ownService && url.origin === new URL(ownService).origin) return url;
  const host = bare(url.hostname);
  if (url.protocol !== 'https:' || url.port !== '' || !host.includes('.')) return undefined;
  return isIP(host) === 0 || isPublicAddress(host) ? url : undefined;
}

const bytes = (text: string) => (/^[\w-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64url').length : 0);

/** The public key of a browser is a point of P-256, its secret sixteen bytes (RFC 8291, §3.1, §3.2). */
export const keysFit = ({ p256dh, auth }: Pick<PushAddress, 'p256dh' | 'auth'>): boolean => bytes(p256dh) === 65 && bytes(auth) === 16;
