import { readConfig } from '#config';
import { mailingWork } from '#domains/channels/index.ts';
import { openDatabase } from '#platform/db/database.ts';
import { openLog } from '#platform/log/log.ts';
import { passingVault } from '#platform/secrets/vault.ts';

/** One worker that sends all that is due, with the settings of its environment; it says how many seconds it took and its largest memory. */
const config = readConfig(process.env);
const app = {
  config,
  database: openDatabase(config.DATABASE_URL!),
  clock: () => new Date(),
  log: openLog('error'),
  owed: () => [],
  vault: passingVault,
};
let peak = 0;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50);
const { run, close } = mailingWork({ stay: () => Promise.resolve(false) });
const begun = performance.now();
while ((await run(app)) !== false);
const seconds = (performance.now() - begun) / 1000;
clearInterval(watch);
await close();
await app.database.close();
process.send!({ seconds, peak, cpu: process.cpuUsage() });
process.disconnect();
