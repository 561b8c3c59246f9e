import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for one another on a wall: no 0 O Q, 1 I L, 5 S, 2 Z, 8 B, U V. */
const letters = 'ACDEFGHJKMNPRTVWXY34679';

/** Six of them: 148 million codes, of which a few are open for a quarter of an hour. */
export function newCode(): string {
  return Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('');
}

export const codeMinutes = 15;

/** A secret that only its device keeps; the house keeps its hash. */
export function newSecret(): { secret: string; hash: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashOf(secret) };
}

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
