import { rename, rm } from 'node:fs/promises';
import { createGzip } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { contentKey, type Files } from '#platform/files/files.ts';
import { NotFound } from '#platform/refusal.ts';
import { ArchiveWriter } from './archive.ts';
import {
  asWritten,
  copyOut,
  listContents,
  listMigrations,
  listPartitions,
  listSequences,
  listTables,
  type CatalogTable,
} from './catalog.queries.ts';
import { writeManifest, type Manifest } from './manifest.ts';

/** There is nothing to copy, or no place for it; the message is a sentence for whoever asked. */
export class CannotBackUp extends Error {}

interface Asked {
  readonly url: string;
  readonly files: Files;
  /** Where the archive goes; it appears when it is whole. */
  readonly path: string;
  readonly program: string;
  readonly now: Date;
  readonly say?: (what: string) => void;
}

export interface Taken {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly size: number;
  readonly lost: readonly string[];
}

/**
 * Copies the whole house into one archive while people work: all tables as they were at one instant, and every file that
 * they name. The job queue (schema `jobs`) is left out: it belongs to pg-boss, which makes it anew, and what the house still
 * owes is written in its own tables (reactions, mails, deliveries).
 * @throws CannotBackUp
 */
export async function takeBackup({ url, files, path, program, now, say = () => undefined }: Asked): Promise<Taken> {
  const client = new pg.Client({ connectionString: url, application_name: 'pregon backup' });
  await client.connect();
  const unfinished = `${path}.part`;
  try {
    await rm(unfinished, { force: true });
    const archive = await ArchiveWriter.create(unfinished, now);
    try {
      const manifest = await copyAll(client, files, archive, { program, takenAt: now.toISOString() }, say);
      const size = await archive.close();
      await rename(unfinished, path);
      return {
        tables: manifest.tables.length,
        rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
        files: manifest.files.length,
        size,
        lost: manifest.lost,
      };
    } catch (cause) {
      await archive.abandon();
      throw cause;
    }
  } finally {
    await rm(unfinished, { force: true });
    await client.end();
  }
}

async function copyAll(
  client: pg.Client,
  files: Files,
  archive: ArchiveWriter,
  about: Pick<Manifest, 'program' | 'takenAt'>,
  say: (what: string) => void,
): Promise<Manifest> {
  await client.query('begin isolation level repeatable read read only');
  await asWritten(client);
  const migrations = await listMigrations(client);
  if (!migrations || migrations.length === 0) throw new CannotBackUp('En esa base no hay un Pregón: no hay nada que copiar.');
  const tables: Manifest['tables'] = [];
  for (const table of await listTables(client)) {
    say(`copia ${table.table}`);
    tables.push(await copyTable(client, archive, table));
  }
  const partitions = await listPartitions(client);
  // Numbers given after the instant of the copy only leave gaps.
  const sequences = await listSequences(client);
  const contents = (await listContents(client)).map(({ sha256, rendition }) => contentKey(sha256, rendition ?? undefined));
  await client.query('commit');

  say(`copia ${contents.length} archivos`);
  const manifest: Manifest = { format: 1, ...about, migrations, partitions, tables, sequences, files: [], lost: [] };
  for (const key of contents) await copyFile(files, archive, key, manifest);
  await writeManifest(archive, manifest);
  return manifest;
}

async function copyTable(client: pg.Client, archive: ArchiveWriter, table: CatalogTable): Promise<Manifest['tables'][number]> {
  const rows = copyOut(client, table);
  const gzip = createGzip({ level: 4 });
  const [entry] = await Promise.all([archive.add(`tables/${table.table}.gz`, gzip), pipeline(rows, gzip)]);
  return { ...table, rows: rows.rowCount, ...entry };
}

async function copyFile(files: Files, archive: ArchiveWriter, key: string, manifest: Manifest): Promise<void> {
  const content = await files.readKey(key).catch((cause: unknown) => {
    if (cause instanceof NotFound) return undefined;
    throw cause;
  });
  const entry = content && (await archive.add(`files/${key}`, content));
  if (entry) manifest.files.push({ key, ...entry });
  // An original's key is the hash of what it must hold.
  const isWhole = entry && (/\.\w+$/.test(key) || key.endsWith(entry.sha256));
  if (!isWhole) manifest.lost.push(key);
}
