import pg from 'pg';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import type { DB } from './schema.ts';

export type Db = Kysely<DB> | Transaction<DB>;

export interface Database {
  /** The primary: every command, and every reading that must see what was just written. */
  readonly primary: Kysely<DB>;
  /** A read replica when there is one, else the primary itself. */
  readonly reader: Kysely<DB>;
  readonly pool: pg.Pool;
  readonly url: string;
  close(): Promise<void>;
}

// Identifiers and counts stay below 2^53 here; calendar days stay the text 'YYYY-MM-DD', never a Date in some zone.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export function openDatabase(url: string, replicaUrl?: string, size = 12): Database {
  const pool = openPool(url, size);
  const primary = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  const reader = replicaUrl ? new Kysely<DB>({ dialect: new PostgresDialect({ pool: openPool(replicaUrl, size) }) }) : primary;
  return {
    primary,
    reader,
    pool,
    url,
    close: async () => {
      await primary.destroy();
      if (reader !== primary) await reader.destroy();
    },
  };
}

function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, application_name: 'pregon', idleTimeoutMillis: 30_000 });
  // A connection that the server ends while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/** Runs `work` in one transaction; anything thrown rolls it back. Inside a transaction it joins that one. */
export function transact<T>(db: Db, work: (db: Transaction<DB>) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Transaction<DB>) : db.transaction().execute(work);
}
