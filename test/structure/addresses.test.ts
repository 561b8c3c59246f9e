import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { doors } from '#doors/doors.ts';
import { policy } from '#wiring';

const addresses = doors.pages.flatMap((door) => door.addresses);

test('every address of every door has a page and rules that exist', () => {
  for (const address of addresses) {
    expect(existsSync(`src/doors/${address.page}`), address.page).toBe(true);
    expect(policy[address.read], `${address.path} ${address.read}`).toBeDefined();
    if (address.write) expect(policy[address.write], `${address.path} ${address.write}`).toBeDefined();
  }
});

test('no address is written twice', () => {
  const paths = addresses.map(({ path }) => path);
  expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
});
