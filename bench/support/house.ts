import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { readConfig } from '#config';
import { openHouse, type House } from '../../src/main.ts';
import { loadDemonstration } from '../../src/demonstration/demonstration.ts';
import { openFolder } from './folder.ts';

/** The demonstration's house on a folder of its own, listening; everything goes at the end. */
export async function withHouse<T>(work: (house: House & { origin: string }) => Promise<T>): Promise<T> {
  const dataDir = await openFolder('bench');
  const house = await openHouse(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error', PORT: '0' }));
  try {
    await loadDemonstration(house.app);
    await house.settle();
    await new Promise<void>((listening) => {
      house.server!.listen(0, '127.0.0.1', () => listening());
    });
    return await work({ ...house, origin: `http://127.0.0.1:${(house.server!.address() as AddressInfo).port}` });
  } finally {
    await house.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
