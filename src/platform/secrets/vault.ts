import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Seals what must be read again and that nobody else may read in a copy of the database: keys of second factors, links that let in,
 * credentials of services. What is only compared is hashed instead.
 */
export interface Vault {
  /** `place` names where the text is kept, such as `people.totp_secret:<id>`: it opens there and nowhere else. */
  readonly seal: (place: string, text: string) => string;
  /** @throws CannotOpen when it was sealed with another key, for another place, or changed */
  readonly open: (place: string, sealed: string) => string;
  /** What only this house can say of a text, as hexadecimal (HMAC-SHA-256): the same each time, for addresses that must not be made up. */
  readonly mark: (place: string, text: string) => string;
  /** Tells one key from another without telling the key. */
  readonly fingerprint: string;
}

export class CannotOpen extends Error {}

/** AES-256-GCM with a key derived from the house's secret (RFC 5869); a sealed text is `1:` and base64url of nonce, tag and cipher. */
export function vaultOf(secret: string): Vault {
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `pregon ${purpose}`, 32));
  const key = derived('vault');
  const marking = derived('mark');
  return {
    fingerprint: createHash('sha256').update(derived('fingerprint')).digest('hex').slice(0, 16),
    mark: (place, text) => createHmac('sha256', marking).update(`${place}\0${text}`).digest('hex'),
    seal: (place, text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `1:${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open: (place, sealed) => {
      try {
        if (!sealed.startsWith('1:')) throw new Error('it is not sealed');
        const bytes = Buffer.from(sealed.slice(2), 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
        decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(12, 28));
        return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
      } catch (cause) {
        throw new CannotOpen(place, { cause });
      }
    },
  };
}

/** A key that nobody else has and that ends with the process: for contexts that keep nothing, and for tests. */
export const passingVault = vaultOf(randomBytes(32).toString('base64url'));
