import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { applyMigration, migrationsOnDisk, openLedger, type Migration } from '#platform/db/migrate.ts';
import { contentKey, type Files } from '#platform/files/files.ts';
import { contentOf, listArchive, type Found } from './archive.ts';
import { asWritten, countRows, hasRows, listContents, listMigrations, listTables } from './catalog.queries.ts';
import { readManifest, verifyContents, type Manifest } from './manifest.ts';
import {
  analyze,
  copyIn,
  doubtWaitingMails,
  dropEverything,
  emptyQueue,
  listForeignKeys,
  makePartition,
  setSequence,
  silenceTriggers,
  tellRestored,
  truncate,
  wakeTriggers,
} from './restore.queries.ts';

/** The archive and the database do not fit; the message is a sentence for whoever restores. Nothing was touched. */
export class CannotRestore extends Error {}

interface Asked {
  readonly url: string;
  readonly files: Files;
  readonly path: string;
  /** Whether what the database holds may go. */
  readonly replace: boolean;
  readonly say?: (what: string) => void;
}

export interface Restored {
  readonly takenAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly migrated: readonly string[];
  readonly doubted: number;
}

/**
 * Puts an archive back, in one transaction: after a failure the database is as it was. Checks first that the archive is
 * whole and no newer than this program; afterwards brings its schema up to date.
 * @throws CannotRestore, DamagedArchive
 */
export async function restoreBackup({ url, files, path, replace, say = () => undefined }: Asked): Promise<Restored> {
  say('revisa la copia');
  const found = await listArchive(path);
  const manifest = await readManifest(path, found);
  const known = await migrationsOnDisk();
  refuseNewer(manifest, known);
  await verifyContents(path, manifest, found);

  const client = new pg.Client({ connectionString: url, application_name: 'pregon restore' });
  await client.connect();
  try {
    await client.query('begin');
    await asWritten(client);
    await openLedger(client);
    await refuseFull(client, replace);
    const before = await Array.fromAsync(files.keys());
    say(`devuelve ${manifest.files.length} archivos`);
    for (const { key, name } of manifest.files) await files.writeKey(key, contentOf(path, found.get(name)!));
    const migrated = await rebuild(client, manifest, known, path, found, say);
    const doubted = await doubtWaitingMails(client, manifest.takenAt);
    await client.query('commit');
    await analyze(client);
    await sweep(client, files, before);
    return {
      takenAt: manifest.takenAt,
      tables: manifest.tables.length,
      rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
      files: manifest.files.length,
      migrated,
      doubted,
    };
  } finally {
    await client.end();
  }
}

/** The archive's migrations must be the first of ours, unchanged. */
function refuseNewer({ migrations }: Manifest, known: readonly Migration[]): void {
  for (const [at, { name, sha256 }] of migrations.entries()) {
    if (!known.some((migration) => migration.name === name)) {
      throw new CannotRestore(
        `La copia es de una versión más nueva de Pregón (tiene la migración ${name}). Instale esa versión y restáurela con ella; no se tocó nada.`,
      );
    }
    if (known[at]?.name !== name || known[at].sha256 !== sha256) {
      throw new CannotRestore(
        `La migración ${name} de la copia no es la de este programa. Use la versión con que se hizo la copia; no se tocó nada.`,
      );
    }
  }
}

async function refuseFull(client: pg.Client, replace: boolean): Promise<void> {
  const tables = await listTables(client);
  if (tables.length === 0) return;
  const migrations = await listMigrations(client);
  // What is not ours is not ours to drop, not even when asked.
  if (!migrations?.some(({ name }) => name === '0001_platform.sql')) {
    throw new CannotRestore('Esa base tiene tablas que no son de Pregón. Restaure en una base propia; no se tocó nada.');
  }
  if (replace) return;
  // Migrations and a first start write rows of their own; whatever somebody does leaves an entry, or a file.
  for (const table of ['audit_entries', 'files']) {
    if (await hasRows(client, table)) {
      throw new CannotRestore(
        'Esa base ya tiene datos. Para reemplazarlos por los de la copia use --replace; antes haga una copia de lo que hay con bin/backup. No se tocó nada.',
      );
    }
  }
}

/** Makes the archive's own schema from nothing, fills it, and then brings it up to date. */
async function rebuild(
  client: pg.Client,
  manifest: Manifest,
  known: readonly Migration[],
  path: string,
  found: ReadonlyMap<string, Found>,
  say: (what: string) => void,
): Promise<string[]> {
  await dropEverything(client);
  await openLedger(client);
  const [theirs, newer] = [known.slice(0, manifest.migrations.length), known.slice(manifest.migrations.length)];
  for (const migration of theirs) await applyMigration(client, migration);
  await asWritten(client);
  for (const partition of manifest.partitions) await makePartition(client, partition);
  await fill(client, manifest, path, found, say);
  await emptyQueue(client);
  for (const migration of newer) {
    say(`aplica la migración ${migration.name}`);
    await applyMigration(client, migration);
  }
  await tellRestored(client);
  return newer.map(({ name }) => name);
}

/**
 * Rows come as they were: no trigger runs (the audit's chain is copied, not sealed again), and foreign keys are checked all
 * together at the end, which any owner of the tables may do; session_replication_role is the superuser's, and checks nothing.
 */
async function fill(
  client: pg.Client,
  manifest: Manifest,
  path: string,
  found: ReadonlyMap<string, Found>,
  say: (what: string) => void,
): Promise<void> {
  const keys = await listForeignKeys(client);
  const tables = (await listTables(client)).map(({ table }) => table);
  for (const { drop } of keys) await client.query(drop);
  await silenceTriggers(client, tables);
  // Rows that a migration wrote are in the archive too.
  await truncate(client, tables);
  for (const { table, columns, rows, name } of manifest.tables) {
    say(`devuelve ${table}`);
    await pipeline(contentOf(path, found.get(name)!), createGunzip(), copyIn(client, { table, columns }));
    const there = await countRows(client, table);
    if (there !== rows) throw new CannotRestore(`En ${table} quedaron ${there} filas y debían ser ${rows}. No se cambió nada.`);
  }
  for (const sequence of manifest.sequences) await setSequence(client, sequence);
  for (const { add } of keys) await client.query(add);
  await wakeTriggers(client, tables);
}

/** Contents that were there before and that no row names any more may hold personal data: they go. */
async function sweep(client: pg.Client, files: Files, before: readonly string[]): Promise<void> {
  const named = new Set((await listContents(client)).map(({ sha256, rendition }) => contentKey(sha256, rendition ?? undefined)));
  for (const key of before) if (!named.has(key)) await files.removeKey(key);
}
