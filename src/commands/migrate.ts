import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#config';
import { describeSchema } from '#platform/db/describe.ts';
import { startEmbedded } from '#platform/db/embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import { command } from './command.ts';

await command(
  {
    name: 'migrate',
    help: `bin/migrate            aplica a la base las migraciones que le faltan
bin/migrate --dump     escribe db/schema.sql y src/platform/db/schema.ts desde una base recién migrada (para quien programa)`,
    options: { dump: { type: 'boolean' } },
  },
  async ({ values }) => (values.dump ? dump() : apply()),
);

async function apply(): Promise<void> {
  const config = readConfig();
  const embedded = config.DATABASE_URL ? undefined : await startEmbedded({ dataDir: config.DATA_DIR });
  try {
    const applied = await migrate(config.DATABASE_URL ?? embedded!.url, (name) => console.log(`aplica ${name}`));
    if (applied.length === 0) console.log('La base está al día.');
  } finally {
    await embedded?.stop();
  }
}

async function dump(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pregon-schema-'));
  await chmod(dataDir, 0o755);
  const embedded = await startEmbedded({ dataDir, volatile: true });
  try {
    await migrate(embedded.url);
    await writeFile('db/schema.sql', await describeSchema(embedded.url));
    execFileSync(
      'node_modules/.bin/kysely-codegen',
      [
        '--dialect',
        'postgres',
        '--url',
        embedded.url,
        '--out-file',
        'src/platform/db/schema.ts',
        '--camel-case',
        'false',
        '--exclude-pattern',
        'public.(migrations|facts_*)',
        '--numeric-parser',
        'number',
        '--date-parser',
        'string',
        '--overrides',
        JSON.stringify({}),
        '--runtime-enums',
        'false',
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    // The pool reads bigint as a number (platform/db/database.ts); the generator has no option for it.
    const types = await readFile('src/platform/db/schema.ts', 'utf8');
    await writeFile(
      'src/platform/db/schema.ts',
      types.replace('export type Int8 = ColumnType<string, ', 'export type Int8 = ColumnType<number, '),
    );
  } finally {
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
