import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { post, readMail, sealedMails } from '#platform/mail/outbox.ts';
import { freshDatabase } from '#test/support/database.ts';
import { changeKey } from './change-key.ts';
import { houseKey, keyFile, newKey, openVault, OtherKey } from './house-key.ts';
import { vaultOf } from './vault.ts';

const database = await freshDatabase();
const db = database.primary;
const now = new Date('2026-11-22T15:00:00Z');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pregon-key-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a key is made once, also when two processes begin together, and only its owner reads it', async () => {
  const dataDir = join(folder, 'new');
  const keys = await Promise.all(Array.from({ length: 4 }, () => houseKey({ DATA_DIR: dataDir })));
  expect(new Set(keys).size).toBe(1);
  expect((await stat(keyFile(dataDir))).mode & 0o777).toBe(0o600);
  expect(await houseKey({ DATA_DIR: dataDir, SECRET_KEY: 'la que viene por ajuste, de treinta y dos' })).toBe(
    'la que viene por ajuste, de treinta y dos',
  );
});

test('a process with another key than the rest does not start, and says how to bring it', async () => {
  const first = await openVault({ DATA_DIR: join(folder, 'one') }, db, now);
  expect((await openVault({ DATA_DIR: join(folder, 'one') }, db, now)).fingerprint).toBe(first.fingerprint);
  await expect(openVault({ DATA_DIR: join(folder, 'two') }, db, now)).rejects.toThrow(OtherKey);
  await expect(openVault({ DATA_DIR: join(folder, 'two') }, db, now)).rejects.toThrow(/SECRET_KEY/);
  expect(
    (await openVault({ DATA_DIR: join(folder, 'two'), SECRET_KEY: await houseKey({ DATA_DIR: join(folder, 'one') }) }, db, now))
      .fingerprint,
  ).toBe(first.fingerprint);
});

test('a change of key seals everything anew', async () => {
  const from = vaultOf(newKey());
  const to = vaultOf(newKey());
  const at = (vault: typeof from) => commandContext(db, system, now, () => [], vault);
  const id = await post(at(from), { to: 'ana@example.org', subject: 'Su cuenta', text: 'Entre por aquí' });
  expect(await db.transaction().execute((inside) => changeKey(inside, sealedMails, from, to, now))).toBe(1);
  expect((await readMail(at(to), id)).text).toBe('Entre por aquí');
  await expect(readMail(at(from), id)).rejects.toThrow();
  await expect(db.transaction().execute((inside) => changeKey(inside, sealedMails, from, to, now))).rejects.toThrow();
});
