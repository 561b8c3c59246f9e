import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const folder = fileURLToPath(new URL('../../../db/migrations/', import.meta.url));

/** The database was migrated by a newer program, or its migrations are not ours. Nothing was touched. */
export class SchemaMismatch extends Error {}

/**
 * Applies the migrations that are missing, in order, each in its own transaction; two processes that start at once wait
 * for each other.
 * @returns the names applied now.
 * @throws SchemaMismatch when the database knows migrations that this program does not, or knows them different.
 */
export async function migrate(url: string, say: (name: string) => void = () => undefined): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await openLedger(client);
    const known = await migrationsOnDisk();
    const done = (await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations order by name')).rows;
    refuseStrangers(known, done);
    const pending = known.filter((migration) => !done.some((row) => row.name === migration.name));
    for (const migration of pending) {
      say(migration.name);
      await client.query('begin');
      await applyMigration(client, migration);
      await client.query('commit');
    }
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** Makes the ledger of migrations where there is none, and holds it until the connection ends: one migrates or restores at a time. */
export async function openLedger(client: pg.Client): Promise<void> {
  await client.query(`select pg_advisory_lock(hashtext('pregon.migrate'))`);
  await client.query(
    'create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
  );
}

/** Within the caller's transaction. */
export async function applyMigration(client: pg.Client, migration: Migration): Promise<void> {
  await client.query(migration.sql);
  await client.query('insert into migrations (name, sha256) values ($1, $2)', [migration.name, migration.sha256]);
}

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

export async function migrationsOnDisk(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(folder + name, 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function refuseStrangers(known: Migration[], done: { name: string; sha256: string }[]): void {
  for (const row of done) {
    const ours = known.find((migration) => migration.name === row.name);
    if (!ours) {
      throw new SchemaMismatch(
        `La base de datos es de una versión más nueva de Pregón (tiene la migración ${row.name}). Instale esa versión o restaure una copia; no se tocó nada.`,
      );
    }
    if (ours.sha256 !== row.sha256) {
      throw new SchemaMismatch(
        `La migración ${row.name} que tiene la base no es la de este programa. Use la versión con que se creó; no se tocó nada.`,
      );
    }
  }
}
