import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedError, exists, placeFor, unprivilegedUser } from './embedded-place.ts';
import { initialise, launch, stop, stopLeftBehind } from './embedded-server.ts';

export { EmbeddedError };

export interface Embedded {
  readonly url: string;
  /** Whether this process started it (and so stops it), or found it running. */
  readonly own: boolean;
  stop(): Promise<void>;
}

interface Options {
  readonly dataDir: string;
  readonly say?: (what: string) => void;
  /** Faster and without durability: only for tests. */
  readonly volatile?: boolean;
  /** Stop at the end also a server that a crashed process left running; for the one process that owns the data folder. */
  readonly adopt?: boolean;
}

/**
 * Starts the PostgreSQL that comes with the npm package on a folder of its own below `dataDir`, or joins the one that
 * already runs there. It listens on a Unix socket only, with a random password kept in `dataDir/postgres.json`.
 */
export async function startEmbedded({ dataDir, say = () => undefined, volatile = false, adopt = false }: Options): Promise<Embedded> {
  await mkdir(dataDir, { recursive: true });
  const user = await unprivilegedUser();
  const place = await placeFor(dataDir, user);
  const cluster = join(place.root, 'postgres');
  const secretFile = join(dataDir, 'postgres.json');
  const secret = await readSecret(secretFile);
  const url = databaseUrl(place.socket, secret.password);

  if (await answers(url))
    return {
      url,
      own: adopt,
      stop: async () => {
        if (adopt) await stopLeftBehind(cluster);
      },
    };
  if (!(await exists(join(cluster, 'PG_VERSION')))) {
    say('crea la base de datos');
    await rm(cluster, { recursive: true, force: true });
    await initialise(place, cluster, secret.password, user);
  }
  const child = await launch(place, cluster, user, volatile);
  await createDatabase(place.socket, secret.password);
  return { url, own: true, stop: () => stop(child) };
}

async function readSecret(file: string): Promise<{ password: string }> {
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept) return JSON.parse(kept) as { password: string };
  const secret = { password: randomBytes(24).toString('base64url') };
  await writeFile(file, JSON.stringify(secret), { mode: 0o600 });
  return secret;
}

function databaseUrl(socket: string, password: string, database = 'pregon'): string {
  return `postgres://pregon:${password}@/${database}?host=${encodeURIComponent(socket)}`;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  return client.connect().then(
    async () => {
      await client.end();
      return true;
    },
    () => false,
  );
}

async function createDatabase(socket: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(socket, password, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query(`select 1 from pg_database where datname = 'pregon'`);
    if (!rowCount) await client.query('create database pregon');
  } finally {
    await client.end();
  }
}
