import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('no domain slips into what the browser loads: a page uses a domain in its loader and action, and elsewhere only its types', () => {
  const scripts = readdirSync('build/client/assets').filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((name) => /insertInto|selectFrom/.test(readFileSync(`build/client/assets/${name}`, 'utf8')))).toEqual([]);
});
