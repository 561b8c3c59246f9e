import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { EmbeddedError, exists, type Place, type User } from './embedded-place.ts';

const run = promisify(execFile);

/** Makes the cluster, or leaves nothing of it. @throws EmbeddedError */
export async function initialise(place: Place, cluster: string, password: string, user: User | undefined): Promise<void> {
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

/** Resolves once it takes connections. @throws EmbeddedError */
export function launch(place: Place, cluster: string, user: User | undefined, volatile: boolean): Promise<ChildProcess> {
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

/** Fast shutdown: ends sessions, writes a checkpoint and exits (PostgreSQL, «Shutting Down the Server»: SIGINT). */
export function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}

/** The first line of postmaster.pid is the server's process; it removes the file when it has ended. */
export async function stopLeftBehind(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const [pid] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  if (!pid) return;
  process.kill(Number(pid), 'SIGINT');
  while (await exists(file)) await delay(50);
}
