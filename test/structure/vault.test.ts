import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { sealedColumns } from '#wiring';

test('every place where something is sealed is known to a change of key', async () => {
  const places = new Set<string>();
  for await (const path of glob('src/**/*.ts')) {
    const text = path.includes('.test.') ? '' : await readFile(path, 'utf8');
    if (/vault\.seal\(/.test(text)) for (const [, place] of text.matchAll(/['`](\w+\.\w+):/g)) places.add(place!);
  }
  expect([...places].toSorted()).toEqual(sealedColumns.map(({ table, column }) => `${table}.${column}`).toSorted());
});
