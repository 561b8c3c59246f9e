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

/**
 * One connection that prepares every statement it is given, plans it once, keeps it for the next time, and carries what is asked at once
 * one behind the other. For work of tens of thousands of statements of a few hundred forms, where planning each anew costs more than
 * running it; not for the pages, whose searches make forms without end.
 */
export function openPrepared(url: string): Kysely<DB> {
  const options = '-c plan_cache_mode=force_generic_plan';
  const settings = { connectionString: url, max: 1, application_name: 'pregon', options, pipeline: true, Client: PreparingClient };
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: listened(new pg.Pool(settings)) }) });
}

class PreparingClient extends pg.Client {
  readonly #names = new Map<string, string>();

  override query(...given: unknown[]): never {
    const [text, values, ...rest] = given;
    const prepared =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 ? { name: this.#name(text), text, values } : null;
    return (super.query as (...all: unknown[]) => never)(...(prepared ? [prepared, ...rest] : given));
  }

  #name(text: string): string {
    const name = this.#names.get(text) ?? `s${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}

function openPool(connectionString: string, max: number): pg.Pool {
  return listened(new pg.Pool({ connectionString, max, application_name: 'pregon', idleTimeoutMillis: 30_000 }));
}

/**
 * A connection that the server ends, idle or between two statements of a transaction, is replaced by the pool and refused to whoever holds
 * it; with nobody listening it would end the process.
 */
function listened(pool: pg.Pool): pg.Pool {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Runs `work` in one transaction; anything thrown rolls it back. Inside a transaction it joins that one. */
export function transact<T>(db: Db, work: (db: Transaction<DB>) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Transaction<DB>) : db.transaction().execute(work);
}
