import type { AddressInfo } from 'node:net';
import { readConfig } from '#config';
import { openHouse } from '../../src/main.ts';

/** One web process of the house, on the database of its environment; it says its port, and is there to be killed. */
const house = await openHouse(readConfig(process.env));
house.server!.listen(0, '127.0.0.1', () => console.log((house.server!.address() as AddressInfo).port));
