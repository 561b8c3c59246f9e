import pg from 'pg';
import { Kysely, PostgresDialect, Transaction } from 'kysely';
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
 * Runs `work` in one transaction on a connection of its own, which prepares every statement it is given, plans it once, keeps it for the next
 * time, and carries what is asked at once one behind the other. For work of tens of thousands of statements of a few hundred forms, where
 * planning each anew costs more than running it; not for the pages, whose searches make forms without end.
 */
export async function transactAbreast<T>(url: string, work: (db: Transaction<DB>) => Promise<T>): Promise<T> {
  const options = '-c plan_cache_mode=force_generic_plan -c jit=off';
  const settings = { connectionString: url, max: 1, application_name: 'pregon', options, pipeline: true, Client: PreparingClient };
  const dialect = new PostgresDialect({ pool: listened(new pg.Pool(settings)) });
  const connection = new Kysely<DB>({ dialect });
  try {
    return await connection.transaction().execute(async (db) => work(await unqueued(db, dialect)));
  } finally {
    await connection.destroy();
  }
}

/** Kysely has each statement of a transaction wait for the one before it; here the connection itself keeps their order. */
async function unqueued(db: Transaction<DB>, dialect: PostgresDialect): Promise<Transaction<DB>> {
  const executor = db.getExecutor();
  const held = await executor.provideConnection((connection) => Promise.resolve(connection));
  return new Transaction<DB>({
    config: { dialect },
    dialect,
    driver: dialect.createDriver(),
    executor: executor.withConnectionProvider({ provideConnection: (use) => use(held) }),
  });
}

/** Prepares each statement it is asked with values: it is planned once and from then on only its values travel. */
class PreparingClient extends pg.Client {
  readonly #names = new Map<string, string>();

  override query(...given: unknown[]): never {
    const [text, values, ...rest] = given;
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? this.#name(text) : undefined;
    return (super.query as (...all: unknown[]) => never)(...(name ? [{ name, text, values }, ...rest] : given));
  }

  #name(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known || !this.prepares(text, this.#names.size)) return known;
    const name = `s${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }

  protected prepares(_text: string, _held: number): boolean {
    return true;
  }
}

/** Prepares what is asked again and again, and only so much of it: searches make forms without end, and each plan takes the server's memory. */
class PooledClient extends PreparingClient {
  protected override prepares(text: string, held: number): boolean {
    if (held >= mostPrepared) return false;
    const times = (asked.get(text) ?? 0) + 1;
    if (asked.size >= 2_000) asked.clear();
    asked.set(text, times);
    return times > usual;
  }
}

const mostPrepared = 80;
const usual = 20;
/** How often each statement was asked, by all connections of the process. */
const asked = new Map<string, number>();

function openPool(connectionString: string, max: number): pg.Pool {
  return listened(new pg.Pool({ connectionString, max, application_name: 'pregon', idleTimeoutMillis: 30_000, Client: PooledClient }));
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
