import { createHash, sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { Header } from './headers.ts';

/** By which key of which domain mail is signed (RFC 6376; Ed25519: RFC 8463). */
export interface Signer {
  readonly domain: string;
  readonly selector: string;
  readonly key: KeyObject;
}

// What a reader trusts of a message, and what RFC 8058 (§4) asks to be signed.
const signed = new Set([
  'from',
  'reply-to',
  'to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'feedback-id',
]);

const signLater = promisify(sign) as (algorithm: string | null, data: Buffer, key: KeyObject) => Promise<Buffer>;

/**
 * The DKIM-Signature of a message, relaxed/relaxed. The body must be in its relaxed form already, as `message.ts` writes it: without
 * spaces before a line end and without runs of them, and ending in one line end. The key works in another thread.
 */
export async function signature(
  { domain, selector, key }: Signer,
  headers: readonly Header[],
  body: readonly Buffer[],
  at: Date,
): Promise<Header> {
  const hash = createHash('sha256');
  for (const piece of body) hash.update(piece);
  const chosen = headers.filter(([name]) => signed.has(name.toLowerCase()));
  const elliptic = key.asymmetricKeyType === 'ed25519';
  const value =
    `v=1; a=${elliptic ? 'ed25519' : 'rsa'}-sha256; c=relaxed/relaxed; d=${domain}; s=${selector}; t=${Math.floor(at.getTime() / 1000)};\r\n` +
    ` h=${chosen.map(([name]) => name.toLowerCase()).join(':')};\r\n bh=${hash.digest('base64')};\r\n b=`;
  const data = Buffer.from([...chosen.map(relaxed), relaxed(['DKIM-Signature', value])].join('\r\n'), 'latin1');
  // RFC 8463, §3: Ed25519 signs the SHA-256 of what RSA would.
  const made = elliptic ? await signLater(null, createHash('sha256').update(data).digest(), key) : await signLater('sha256', data, key);
  return ['DKIM-Signature', value + folded(made.toString('base64'))];
}

const relaxed = ([name, value]: Header): string =>
  `${name.toLowerCase()}:${value
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()}`;

const folded = (text: string): string => text.match(/.{1,70}/g)!.join('\r\n ');
