import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#config';
import type { Db } from '#platform/db/database.ts';
import type { Files } from '#platform/files/files.ts';
import { spoolFolder } from '#platform/files/open.ts';
import { onDisk } from '#platform/sheets/on-disk.ts';
import { readSheet, type SheetRow } from '#platform/sheets/read.ts';
import { readMatomoJson } from './import-json.ts';

/** Where a stored file is, and what it is called. */
export interface SheetPlace {
  readonly config: Config;
  readonly files: Files;
}

/** The rows of a stored file, its heads first, read piece by piece from the disk; what lies there goes when they end. @throws BadSheet */
export async function* visitSheet({ config, files }: SheetPlace, db: Db, file: string): AsyncGenerator<SheetRow> {
  await mkdir(spoolFolder(config), { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(spoolFolder(config), 'visits-'));
  try {
    const kept = await files.find(db, file);
    const path = join(folder, 'content');
    const sheet = await onDisk(kept.name, await files.read(kept), path);
    yield* kept.name.toLowerCase().endsWith('.json') ? readMatomoJson(createReadStream(path, 'utf8')) : readSheet(sheet);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
