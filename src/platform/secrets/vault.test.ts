import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CannotOpen, vaultOf } from './vault.ts';

const vault = vaultOf('una llave de la casa, larga y sin sentido');

test('any text comes back as it was, and never looks the same twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const sealed = vault.seal('people.totp_secret:1', text);
      expect(vault.open('people.totp_secret:1', sealed)).toBe(text);
      expect(vault.seal('people.totp_secret:1', text)).not.toBe(sealed);
    }),
  );
});

test('opens only with its key, in its place, unchanged', () => {
  const sealed = vault.seal('people.totp_secret:1', 'JBSWY3DPEHPK3PXP');
  const changed = sealed.slice(0, -2) + (sealed.endsWith('A') ? 'B' : 'A');
  expect(() => vault.open('people.totp_secret:2', sealed)).toThrow(CannotOpen);
  expect(() => vaultOf('otra llave de la casa, larga y sin sentido').open('people.totp_secret:1', sealed)).toThrow(CannotOpen);
  expect(() => vault.open('people.totp_secret:1', changed)).toThrow(CannotOpen);
  expect(() => vault.open('people.totp_secret:1', 'JBSWY3DPEHPK3PXP')).toThrow(CannotOpen);
  expect(() => vault.open('people.totp_secret:1', '1:')).toThrow(CannotOpen);
});
