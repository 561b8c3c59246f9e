import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NotFound } from '#platform/refusal.ts';
import { openS3Peer } from '#test/support/s3-peer.ts';
import { diskStore } from './disk-store.ts';
import { s3Store } from './s3-store.ts';
import { forgetOld } from './spool.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pregon-store-'));
});
afterAll(() => rm(folder, { recursive: true }));

const disk = () => diskStore(join(folder, 'files'));
const bucket = await openS3Peer();
const s3 = (secretAccessKey = bucket.keys.secretAccessKey) =>
  s3Store({ ...bucket.keys, secretAccessKey, endpoint: bucket.endpoint, bucket: bucket.bucket, region: 'us-east-1' });

test.each([
  ['a disk', disk],
  ['an S3 service', s3],
] as const)('a store on %s keeps, reads in part, lists and removes', async (_, open) => {
  const store = open();
  const path = join(folder, 'coming');
  const keys = ['ab/cd/abcd', 'ab/cd/abcd.thumb', 'ef/01/ef01'];
  for (const key of keys) {
    await writeFile(path, `content of ${key}`);
    await store.put(key, path);
  }
  expect(await text(await store.read('ab/cd/abcd'))).toBe('content of ab/cd/abcd');
  expect(await text(await store.read('ab/cd/abcd', { start: 0, end: 6 }))).toBe('content');
  expect((await Array.fromAsync(store.keys())).toSorted()).toEqual(keys);
  await store.remove('ab/cd/abcd');
  await store.remove('ab/cd/abcd');
  expect([await store.has('ab/cd/abcd'), await store.has('ab/cd/abcd.thumb')]).toEqual([false, true]);
  await expect(store.read('ab/cd/abcd')).rejects.toThrow(NotFound);
});

test('a disk store never leaves its folder', async () => {
  await expect((async () => disk().read('../postgres.json'))()).rejects.toThrow(NotFound);
});

test('an S3 service takes a large file as it flows, and nothing from who signs with another key', async () => {
  const path = join(folder, 'large');
  await writeFile(path, Buffer.alloc(12_000_000, 'ñ'));
  await s3().put('large', path);
  expect(bucket.objects.get('files/large')!.length).toBe(12_000_000);
  const stranger = s3('otra clave');
  await expect(stranger.put('ab', path)).rejects.toThrow();
  await expect(stranger.read('large')).rejects.toThrow();
  await expect(stranger.has('large')).rejects.toThrow();
  expect(bucket.refused()).toBeGreaterThanOrEqual(3);
  expect(bucket.objects.has('files/ab')).toBe(false);
});

test('what a killed process left half received goes, and what is being received stays', async () => {
  const incoming = join(folder, 'incoming');
  for (const name of ['in-old', 'in-new']) await mkdir(join(incoming, name), { recursive: true });
  await utimes(join(incoming, 'in-old'), new Date('2026-11-20'), new Date('2026-11-20'));
  await forgetOld(incoming, new Date('2026-11-21'));
  expect(await readdir(incoming)).toEqual(['in-new']);
});
