import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NotFound } from '#platform/refusal.ts';
import { diskStore } from './disk-store.ts';
import { forgetOld } from './spool.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pregon-store-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a disk store keeps, reads in part, lists and removes', async () => {
  const store = diskStore(join(folder, 'files'));
  const path = join(folder, 'coming');
  for (const key of ['ab/cd/abcd', 'ab/cd/abcd.thumb']) {
    await writeFile(path, `content of ${key}`);
    await store.put(key, path);
  }
  expect(await text(await store.read('ab/cd/abcd'))).toBe('content of ab/cd/abcd');
  expect(await text(await store.read('ab/cd/abcd', { start: 0, end: 6 }))).toBe('content');
  expect(await Array.fromAsync(store.keys())).toEqual(['ab/cd/abcd', 'ab/cd/abcd.thumb']);
  await store.remove('ab/cd/abcd');
  await store.remove('ab/cd/abcd');
  expect([await store.has('ab/cd/abcd'), await store.has('ab/cd/abcd.thumb')]).toEqual([false, true]);
  await expect(store.read('ab/cd/abcd')).rejects.toThrow(NotFound);
  await expect((async () => store.read('../postgres.json'))()).rejects.toThrow(NotFound);
});

test('what a killed process left half received goes, and what is being received stays', async () => {
  const incoming = join(folder, 'incoming');
  for (const name of ['in-old', 'in-new']) await mkdir(join(incoming, name), { recursive: true });
  await utimes(join(incoming, 'in-old'), new Date('2026-11-20'), new Date('2026-11-20'));
  await forgetOld(incoming, new Date('2026-11-21'));
  expect(await readdir(incoming)).toEqual(['in-new']);
});
