import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#config';
import type { Db } from '#platform/db/database.ts';
import { rememberKey } from './house-key.queries.ts';
import { vaultOf, type Vault } from './vault.ts';

/** The database keeps secrets sealed with another key; the message says how to bring it. */
export class OtherKey extends Error {}

export const keyFile = (dataDir: string) => join(dataDir, 'secret.key');

/** SECRET_KEY, or the file `secret.key` in DATA_DIR, which is made the first time, for its owner's eyes alone. */
export async function houseKey(config: Pick<Config, 'SECRET_KEY' | 'DATA_DIR'>): Promise<string> {
  if (config.SECRET_KEY) return config.SECRET_KEY;
  const path = keyFile(config.DATA_DIR);
  const kept = () => readFile(path, 'utf8').then((text) => text.trim());
  try {
    return await kept();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  }
  await mkdir(config.DATA_DIR, { recursive: true });
  // Whole before it has its name, and only one of two processes that begin together gives it.
  const fresh = `${path}.${process.pid}`;
  await writeFile(fresh, `${newKey()}\n`, { mode: 0o600 });
  try {
    await link(fresh, path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  } finally {
    await rm(fresh, { force: true });
  }
  return kept();
}

export const newKey = () => randomBytes(32).toString('base64url');

/**
 * Opens the vault of the house. The first key that a database sees is its key; a process with another one does not start, so that
 * nothing is sealed that the rest could not open.
 * @throws OtherKey
 */
export async function openVault(config: Pick<Config, 'SECRET_KEY' | 'DATA_DIR'>, db: Db, now: Date): Promise<Vault> {
  const vault = vaultOf(await houseKey(config));
  const known = await rememberKey(db, vault.fingerprint, now);
  if (known === vault.fingerprint) return vault;
  throw new OtherKey(
    `Los secretos de esta base están cerrados con otra llave (huella ${known}; la de este proceso es ${vault.fingerprint}, de ${config.SECRET_KEY ? 'SECRET_KEY' : keyFile(config.DATA_DIR)}). Dé a todos los procesos la misma: la que muestra bin/key en la máquina donde Pregón ya corre, en SECRET_KEY. Si esa llave se perdió, bin/key --lost dice qué se pierde con ella y sigue con una nueva.`,
  );
}
