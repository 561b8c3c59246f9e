import { readConfig } from '#config';
import { pushWork } from '#domains/channels/index.ts';
import { openDatabase } from '#platform/db/database.ts';
import { openLog } from '#platform/log/log.ts';
import { openVault } from '#platform/secrets/house-key.ts';

/** A worker of its own that sends what waits for devices. `node test/support/push-worker.ts`, with the settings of its house. */
const config = readConfig();
const database = openDatabase(config.DATABASE_URL!);
const vault = await openVault(config, database.primary, new Date());
const app = { config, database, vault, log: openLog('silent'), clock: () => new Date(), owed: () => [] };
await pushWork({ stay: () => Promise.resolve(false) }).run(app);
