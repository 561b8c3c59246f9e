import pg from 'pg';
import { dropEverything } from '#platform/backup/restore.queries.ts';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { openDatabase } from '#platform/db/database.ts';
import { migrate, openLedger } from '#platform/db/migrate.ts';
import type { Files } from '#platform/files/files.ts';
import { institutionOf, isSetUp } from '#domains/organization/index.ts';

/** What is there is somebody's institution, not a demonstration: it is not erased. */
export class NotADemonstration extends Error {}

/**
 * Erases a demonstration whole: the database goes back to what a new one is, and its files go. An empty house stays as it is.
 * @throws NotADemonstration
 */
export async function emptyDemonstration(url: string, files: Files): Promise<void> {
  if (!(await isDemonstration(url))) return;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await openLedger(client);
    await client.query('begin');
    await dropEverything(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
  await migrate(url);
  for await (const key of files.keys()) await files.removeKey(key);
}

async function isDemonstration(url: string): Promise<boolean> {
  const database = openDatabase(url, undefined, 1);
  try {
    if (!(await isSetUp(database.primary))) return false;
    const { kind, name, demonstration } = await institutionOf(commandContext(database.primary, system, new Date(), () => []));
    if (!demonstration)
      throw new NotADemonstration(`Aquí hay una institución de verdad (${kind} ${name}). Solo se vacía una demostración.`);
    return true;
  } finally {
    await database.close();
  }
}
