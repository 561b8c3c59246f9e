import { expect, test } from 'vitest';
import { passingVault, vaultOf } from '#platform/secrets/vault.ts';
import { bounceAddress, recipientOfBounce } from './verp.ts';

const domain = 'rebotes.puertoclaro.gov.co';

test('an address says whose it is, also in capitals and in angle brackets', () => {
  const address = bounceAddress(passingVault, domain, 9_007_199_254);
  expect(address).toMatch(/^b-[0-9a-z]+-[0-9a-f]{20}@rebotes\.puertoclaro\.gov\.co$/);
  expect(recipientOfBounce(passingVault, `<${address.toUpperCase()}>`)).toBe(9_007_199_254);
});

test('an address that was made up, or by another house, is nobody’s', () => {
  const address = bounceAddress(passingVault, domain, 7);
  expect(recipientOfBounce(passingVault, address.replace('b-7-', 'b-8-'))).toBeNull();
  expect(recipientOfBounce(vaultOf('another house has another key'), address)).toBeNull();
  expect(recipientOfBounce(passingVault, 'ana@example.org')).toBeNull();
});
