import { readConfig } from '#config';
import { startEmbedded } from '#platform/db/embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import { openFiles } from '#platform/files/open.ts';
import { accounts, loadDemonstration } from '../demonstration/demonstration.ts';
import { emptyDemonstration } from '../demonstration/emptying.ts';
import { openHouse } from '../main.ts';
import { command } from './command.ts';

await command(
  {
    name: 'seed',
    help: `bin/seed           carga la demostración en una base vacía y muestra sus cuentas
bin/seed --reset   vacía antes la demostración que haya; una institución de verdad no se toca
Quien esté dentro de Pregón debe volver a entrar.`,
    options: { reset: { type: 'boolean' } },
  },
  async ({ values }) => {
    const config = readConfig();
    const embedded = config.DATABASE_URL ? undefined : await startEmbedded({ dataDir: config.DATA_DIR });
    try {
      const url = config.DATABASE_URL ?? embedded!.url;
      await migrate(url);
      if (values.reset) await emptyDemonstration(url, await openFiles(config));
      await seed({ ...config, DATABASE_URL: url, PROCESS: 'worker' });
    } finally {
      await embedded?.stop();
    }
  },
);

async function seed(config: Parameters<typeof openHouse>[0]): Promise<void> {
  const started = performance.now();
  const house = await openHouse(config);
  try {
    await loadDemonstration(house.app);
    await house.settle();
  } finally {
    await house.close();
  }
  console.log(`La demostración está cargada (${((performance.now() - started) / 1000).toFixed(1).replace('.', ',')} s). Se entra con:`);
  for (const { email, password, says } of accounts) console.log(`  ${email.padEnd(42)} ${password.padEnd(20)} ${says}`);
}
