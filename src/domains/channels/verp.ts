import type { Vault } from '#platform/secrets/vault.ts';

const place = 'bounce-address';
const signature = 20;

/**
 * The envelope sender of one recipient's mail (VERP): what comes back to it says by itself whom it did not reach. Signed, so that nobody
 * makes up bounces; only lower-case letters and digits, because some servers change the case of the local part (RFC 5321, §2.4).
 * `id` is the recipient's.
 */
export function bounceAddress(vault: Vault, domain: string, id: number): string {
  const own = id.toString(36);
  return `b-${own}-${vault.mark(place, own).slice(0, signature)}@${domain}`;
}

/** Whose mail came back; null when the address is not one that we made. */
export function recipientOfBounce(vault: Vault, address: string): number | null {
  const [, own, given] = /^<?b-([0-9a-z]{1,12})-([0-9a-f]{20})@/i.exec(address.trim().toLowerCase()) ?? [];
  if (!own || !given || vault.mark(place, own).slice(0, signature) !== given) return null;
  return Number.parseInt(own, 36);
}
