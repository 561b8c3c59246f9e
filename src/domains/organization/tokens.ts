import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text for a cookie or an address. */
export function freshToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: it cannot be turned back, and needs no salt because the token is random. */
export function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
