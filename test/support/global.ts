import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import pg from 'pg';
import { startEmbedded } from '#platform/db/embedded.ts';
import { migrate } from '#platform/db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL for this run; its database `pregon` is migrated and is the template of every test's own. */
    databaseUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pregon-test-'));
  await chmod(dataDir, 0o755);
  const embedded = await startEmbedded({ dataDir, volatile: true });
  await migrate(embedded.url);
  const client = new pg.Client({ connectionString: embedded.url.replace('/pregon?', '/postgres?') });
  await client.connect();
  await client.query('alter database pregon is_template true');
  await client.end();
  project.provide('databaseUrl', embedded.url);
  return async () => {
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
