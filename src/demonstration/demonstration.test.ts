import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readConfig } from '#config';
import { freshDatabase } from '#test/support/database.ts';
import { openHouse } from '../main.ts';
import { loadDemonstration } from './demonstration.ts';

/** A process that only works: it serves no pages, so that it needs none built. */
async function emptyHouse(now: string) {
  const { url } = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'pregon-demonstration-'));
  const house = await openHouse(readConfig({ DATABASE_URL: url, DATA_DIR: dataDir, PROCESS: 'worker', LOG_LEVEL: 'error' }), { clock: () => new Date(now) });
  afterAll(async () => {
    await house.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  return house;
}

it('loads', async () => {
  const house = await emptyHouse('2026-11-22T15:00:00Z');
  const started = performance.now();
  await loadDemonstration(house.app);
  console.log(`demonstration loaded in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  expect(1).toBe(1);
}, 120_000);
