import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NotFound } from '#platform/refusal.ts';
import type { Store } from './store.ts';

/** A folder. A content is written whole to the disk before its name appears, so that a power cut leaves no half file. */
export function diskStore(root: string): Store {
  const place = (key: string) => {
    if (!/^[\w-]+([/.][\w-]+)*$/.test(key)) throw new NotFound(key);
    return join(root, key);
  };
  return {
    has: (key) =>
      stat(place(key)).then(
        () => true,
        () => false,
      ),
    put: async (key, path) => {
      const target = place(key);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await settle(path);
      await rename(path, target).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code !== 'EXDEV') throw cause;
        return copyWhole(path, target);
      });
      await settle(dirname(target));
    },
    read: async (key, range) => {
      const file = await open(place(key)).catch((cause: NodeJS.ErrnoException) => {
        throw cause.code === 'ENOENT' ? new NotFound(key) : cause;
      });
      return file.createReadStream(range);
    },
    keys: () => walk(root, ''),
    remove: (key) => rm(place(key), { force: true }),
  };
}

/** Writes what the system holds in memory for a file or folder to the disk (POSIX fsync; a rename needs that of its folder). */
async function settle(path: string): Promise<void> {
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function copyWhole(path: string, target: string): Promise<void> {
  const beside = `${target}-${crypto.randomUUID()}`;
  await copyFile(path, beside);
  await settle(beside);
  await rename(beside, target);
}

async function* walk(root: string, below: string): AsyncIterable<string> {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const key = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(root, key);
    else yield key;
  }
}
