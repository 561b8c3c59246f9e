import { readConfig } from '#config';
import { mailingWork } from '#domains/channels/index.ts';
import { openDatabase } from '#platform/db/database.ts';
import { openLog } from '#platform/log/log.ts';
import { houseVault } from './house-vault.ts';

/**
 * A worker of its own that sends mailings until it is killed; it says «up» when it begins. `node test/support/mailing-worker.ts
 * DATABASE_URL SMTP_URL [LEASE]`
 */
const [url = '', smtp = '', lease = '400'] = process.argv.slice(2);
const app = {
  config: readConfig({
    PUBLIC_URL: 'https://www.puertoclaro.gov.co',
    SMTP_FROM: 'prensa@puertoclaro.gov.co',
    SMTP_URL: smtp,
    SMTP_CONNECTIONS: '6',
  }),
  database: openDatabase(url, undefined, 4),
  clock: () => new Date(),
  log: openLog('silent'),
  owed: () => [],
  vault: houseVault,
};
const { run } = mailingWork({ stay: () => Promise.resolve(false), lease: Number(lease) });
process.stdout.write('up\n');
for (;;) {
  // A database that is away comes back: so it is with the clock that calls this work.
  const done = await run(app).catch(() => false as const);
  if (done !== 'more') await new Promise((go) => setTimeout(go, 20));
}
