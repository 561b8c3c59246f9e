import { createHash, randomBytes } from 'node:crypto';
import { canonical } from '#platform/text/canonical.ts';
import type { Memo } from './memo.ts';

/** All that a signature says: what, with which number, by whom, as what, how he proved it, when, and to whom it goes. */
export type Sealed = Pick<
  Memo,
  | 'sha256'
  | 'kind'
  | 'class'
  | 'series'
  | 'year'
  | 'number'
  | 'label'
  | 'unit'
  | 'signedBy'
  | 'signedName'
  | 'post'
  | 'actingFor'
  | 'means'
  | 'signedAt'
  | 'units'
  | 'below'
  | 'headsOnly'
>;

/** sha256 over all that was signed: a row that somebody altered no longer answers to it. */
export function sealOf(signed: Sealed): string {
  const { sha256, kind, class: clearance, series, year, number, label, unit, signedBy, signedName, post, actingFor, means, units } = signed;
  const { signedAt, below, headsOnly } = signed;
  const said = { sha256, kind, class: clearance, series, year, number, label, unit, signedBy, signedName, post, actingFor, means };
  return createHash('sha256')
    .update(canonical({ ...said, units, below, headsOnly, signedAt: new Date(signedAt).toISOString() }))
    .digest('hex');
}

/** Crockford's base 32: no letter that looks like a figure. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Sixteen letters, 80 bits: nobody guesses one. */
export const freshCode = (): string => [...randomBytes(16)].map((byte) => letters[byte % 32]).join('');

/** A code as somebody typed it: without its dashes, and with what he took one letter for. Null when it cannot be one. */
export function readCode(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain) ? plain : null;
}
