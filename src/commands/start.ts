import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { readConfig, type Config } from '#config';
import { accounts, loadDemonstration, NotEmpty } from '../demonstration/demonstration.ts';
import { installationCode, institutionOf, isSetUp } from '#domains/organization/index.ts';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { openHouse, type House } from '../main.ts';
import { buildPages } from './build-pages.ts';
import { command } from './command.ts';

/** Pregón cannot start; the message says why and what to do. */
class CannotStart extends Error {}

await command(
  {
    name: 'start',
    help: `npm start              instala lo que falte, construye lo que cambió y abre Pregón
npm start -- --demo    además carga la demostración (solo en una base vacía) y muestra sus cuentas`,
    options: { demo: { type: 'boolean' } },
  },
  async ({ values }) => {
    const started = performance.now();
    const config = readConfig();
    const say = (what: string) => console.log(`Pregón · ${what} …`);
    await refuseSecondStart(config);
    if (config.PROCESS !== 'worker') await buildPages(say);
    say('abre la base de datos');
    const house = await openHouse(config, { say });
    try {
      if (values.demo) await demonstrate(house, say);
      const address = house.server ? await listen(house.server, config) : undefined;
      await writeFile(lockFile(config), JSON.stringify({ pid: process.pid, address }));
      await announce(house, config, address, started, values.demo === true);
    } catch (cause) {
      await house.close();
      throw cause;
    }
    stopOnSignal(house, config);
  },
);

function lockFile(config: Config): string {
  return join(config.DATA_DIR, 'pregon.pid');
}

async function refuseSecondStart(config: Config): Promise<void> {
  if (config.DATABASE_URL) return;
  const kept = await readFile(lockFile(config), 'utf8').then(
    (text) => JSON.parse(text) as { pid: number; address?: string },
    () => undefined,
  );
  if (kept && isAlive(kept.pid)) {
    throw new CannotStart(
      `Pregón ya corre con esta carpeta de datos (proceso ${kept.pid}${kept.address ? `, en ${kept.address}` : ''}). Deténgalo antes, o dé otra carpeta en DATA_DIR.`,
    );
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}

function listen(server: Server, config: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'EADDRINUSE'
          ? new CannotStart(`El puerto ${config.PORT} ya lo usa otro programa. Deténgalo, o dé otro: PORT=${config.PORT + 1} npm start.`)
          : cause.code === 'EACCES'
            ? new CannotStart(`Este usuario no puede abrir el puerto ${config.PORT}. Use uno mayor que 1024: PORT=3000 npm start.`)
            : cause,
      ),
    );
    server.listen(config.PORT, config.HOST, () =>
      resolve(
        config.PUBLIC_URL ??
          `http://${config.HOST === '127.0.0.1' || config.HOST === '0.0.0.0' ? 'localhost' : config.HOST}:${(server.address() as AddressInfo).port}`,
      ),
    );
  });
}

async function demonstrate(house: House, say: (what: string) => void): Promise<void> {
  const { database } = house.app;
  if (!(await isSetUp(database.primary))) {
    say('carga la demostración');
    try {
      await loadDemonstration(house.app);
      return;
    } catch (cause) {
      // Another process that was started with --demo at the same time was first.
      if (!(cause instanceof NotEmpty)) throw cause;
    }
  }
  const institution = await institutionOf(commandContext(database.primary, system, house.app.clock(), house.app.owed));
  if (!institution.demonstration)
    throw new CannotStart(
      `Esta carpeta ya tiene una institución (${institution.kind} ${institution.name}). Para ver la demostración dé otra carpeta: DATA_DIR=demo npm start -- --demo.`,
    );
}

async function announce(house: House, config: Config, address: string | undefined, started: number, demo: boolean): Promise<void> {
  const seconds = ((performance.now() - started) / 1000).toFixed(1).replace('.', ',');
  console.log(`\nPregón está abierto (${seconds} s).`);
  if (!address) return;
  console.log(`  Portal        ${address}/\n  Oficina       ${address}/workspace\n  Intranet      ${address}/intranet`);
  if (demo)
    console.log(
      `\nCuentas de la demostración:\n${accounts.map((account) => `  ${account.email.padEnd(42)} ${account.password.padEnd(20)} ${account.says}`).join('\n')}`,
    );
  else if (!(await isSetUp(house.app.database.primary))) console.log(`\n  Código de instalación: ${await installationCode(house.app)}`);
  if (!config.DATABASE_URL) console.log(`\nLos datos están en ${config.DATA_DIR}. Ctrl-C detiene.`);
}

function stopOnSignal(house: House, config: Config): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    console.log('\nPregón · termina lo que está haciendo …');
    void house
      .close()
      .finally(() => rm(lockFile(config), { force: true }))
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}
