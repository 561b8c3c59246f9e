import type { AddressInfo } from 'node:net';
import { readConfig } from '#config';
import { openHouse } from '../../src/main.ts';

/** One web process of the house, on the database of its environment. Forked, it says its port, and how much memory it takes. */
const house = await openHouse(readConfig(process.env));
house.server!.listen(0, '127.0.0.1', () => process.send!({ port: (house.server!.address() as AddressInfo).port }));
process.on('message', () => process.send!({ rss: process.memoryUsage().rss }));
process.on('disconnect', () => process.exit());
