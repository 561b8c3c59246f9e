import { readdirSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';

test('no script for the browser is heavy: a domain that slipped into a page would be', () => {
  const heavy = readdirSync('build/client/assets').filter(
    (name) => name.endsWith('.js') && statSync(`build/client/assets/${name}`).size > 400_000,
  );
  expect(heavy).toEqual([]);
});
