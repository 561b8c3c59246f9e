import { todayOf } from '#domains/organization/index.ts';
import { readFile, writeFile } from 'node:fs/promises';
import { readConfig } from '#config';
import {
  approveVersion,
  exportVersion,
  findPlan,
  importPlan,
  isFaulty,
  listVersions,
  planInForce,
  putInForce,
  submitVersion,
  writeWorkbook,
  writeYaml,
  type Imported,
} from '#domains/plan/index.ts';
import { system, type Ctx } from '#platform/ctx.ts';
import { openDatabase, transact } from '#platform/db/database.ts';
import { startEmbedded } from '#platform/db/embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import { commandContext } from '#platform/events/tell.ts';
import { reactionNames } from '#platform/events/reactions.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { isRefusal, type Refusal } from '#platform/refusal.ts';
import { reactions } from '#wiring';
import { BadArgument, command } from './command.ts';

/** The plan could not come in; the message is what the person reads. */
class NotImported extends Error {}

const say = sayIn('es');

await command(
  {
    name: 'plan',
    help: `bin/plan import ARCHIVO [--put-in-force]   trae un plan (YAML o XLSX, forma pregon.plan/1) como borrador; con
                                           --put-in-force lo aprueba y lo pone en vigor hoy, en nombre del sistema
bin/plan export CÓDIGO [--xlsx ARCHIVO]     escribe el plan en vigor (si no hay, su última versión) como YAML en la
                                           salida, o como libro de Excel en el archivo`,
    options: { 'put-in-force': { type: 'boolean' }, xlsx: { type: 'string' } },
    positionals: true,
  },
  async ({ values, positionals: [verb, what, ...more] }) => {
    if ((verb !== 'import' && verb !== 'export') || what === undefined || more.length > 0)
      throw new BadArgument('Diga qué hacer: bin/plan import ARCHIVO, o bin/plan export CÓDIGO.');
    if (verb === 'import') {
      const bytes = await readFile(what).catch(() => {
        throw new BadArgument(`No se pudo leer «${what}».`);
      });
      return inHouse((ctx) => bringIn(ctx, new Uint8Array(bytes), values['put-in-force'] === true));
    }
    return inHouse((ctx) => takeOut(ctx, what, typeof values.xlsx === 'string' ? values.xlsx : null));
  },
);

async function bringIn(ctx: Ctx, bytes: Uint8Array, putsInForce: boolean): Promise<void> {
  const imported = orStop(await importPlan(ctx, { bytes }));
  console.log(`Versión ${imported.number} de ${imported.code}, en borrador. Dependencias creadas: ${imported.unitsCreated}.`);
  if (putsInForce) await force(ctx, imported);
}

async function force(ctx: Ctx, { version, number, code }: Imported): Promise<void> {
  orStop(await submitVersion(ctx, { version }));
  orStop(await approveVersion(ctx, { version }));
  orStop(await putInForce(ctx, { version, on: await todayOf(ctx) }));
  console.log(`Rige la versión ${number} de ${code}.`);
}

async function takeOut(ctx: Ctx, code: string, xlsx: string | null): Promise<void> {
  const plan = await findPlan(ctx, code);
  if (!plan) throw new BadArgument(`No hay un plan con el código «${code}».`);
  const version = (await planInForce(ctx, plan.id))?.version ?? (await listVersions(ctx, plan.id))[0]!;
  const file = await exportVersion(ctx, version.id);
  if (xlsx === null) return void process.stdout.write(writeYaml(file));
  await writeFile(xlsx, await writeWorkbook(file, (key) => say(`plan.workbook.${key}`)));
  console.log(`${xlsx}: versión ${version.number} de ${code}.`);
}

async function inHouse(work: (ctx: Ctx) => Promise<void>): Promise<void> {
  const config = readConfig();
  const embedded = config.DATABASE_URL ? undefined : await startEmbedded({ dataDir: config.DATA_DIR });
  const database = openDatabase(config.DATABASE_URL ?? embedded!.url, undefined, 2);
  try {
    await migrate(database.url);
    await transact(database.primary, (db) => work(commandContext(db, system, new Date(), reactionNames(reactions))));
  } finally {
    await database.close();
    await embedded?.stop();
  }
}

function orStop<T>(result: T | Refusal): T {
  if (!isRefusal(result)) return result;
  const lines = isFaulty(result) ? result.faults.map(({ code, details, at }) => `  ${placeOf(at)}${say(`refusals.${code}`, details)}`) : [];
  throw new NotImported([say(`refusals.${result.refused}`, result.details), ...lines].join('\n'));
}

function placeOf({ line, sheet, row, column }: { line?: number; sheet?: string; row?: number; column?: string }): string {
  if (line !== undefined) return `línea ${line}: `;
  const place = [sheet && `hoja ${sheet}`, row && `fila ${row}`, column && `columna ${column}`].filter(Boolean).join(', ');
  return place && `${place}: `;
}
