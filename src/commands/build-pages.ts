import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { glob, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const stamp = resolve(root, 'build/.stamp');
const sources = [
  'src/doors/**/*',
  'src/ui/**/*',
  'src/platform/i18n/*',
  'src/platform/clock/*',
  'locales/**/*.json',
  'public/**/*',
  'vite.config.ts',
  'react-router.config.ts',
  'package-lock.json',
];

/** Builds the pages when what they are made of changed since the last build. */
export async function buildPages(say: (what: string) => void): Promise<void> {
  const state = await fingerprint();
  if ((await readFile(stamp, 'utf8').catch(() => '')) === state) return;
  say('construye las páginas');
  await promisify(execFile)(process.execPath, [resolve(root, 'node_modules/@react-router/dev/bin.cjs'), 'build'], {
    cwd: root,
    maxBuffer: 64e6,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  await writeFile(stamp, state);
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const paths: string[] = [];
  for await (const path of glob(sources, { cwd: root })) paths.push(path);
  for (const path of paths.sort()) {
    const { size, mtimeMs } = await stat(resolve(root, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
