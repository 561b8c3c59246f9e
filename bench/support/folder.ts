import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own, which PostgreSQL's user can reach: what is measured lies in it whole, and goes with it. */
export async function openFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `pregon-${name}-`));
  await chmod(folder, 0o755);
  return folder;
}
