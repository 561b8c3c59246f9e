import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { EmbeddedError, startEmbedded, type Embedded } from './embedded.ts';

const opened: { stop(): Promise<void> }[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const embedded of opened.splice(0)) await embedded.stop();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'pregon-embedded-'));
  await chmod(made, 0o755);
  folders.push(made);
  return made;
}

async function start(dataDir: string, adopt = false): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, volatile: true, adopt });
  opened.push(embedded);
  return embedded;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

test('it listens on a socket alone, with a password of its own', async () => {
  const dataDir = await folder();
  const { url } = await start(dataDir);
  expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
  await expect(ask(url.replace(/pregon:[^@]+@/, 'pregon:guess@'), 'select 1')).rejects.toThrow(/password/);
  expect((await readFile(join(dataDir, 'postgres.json'), 'utf8')).length).toBeGreaterThan(30);
});

test('a second process joins the one that runs and leaves it running', async () => {
  const dataDir = await folder();
  const first = await start(dataDir);
  const second = await start(dataDir);
  await second.stop();
  expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('after its server was killed, what had been committed is there', async () => {
  const dataDir = await folder();
  const { url } = await start(dataDir);
  await ask(url, 'create table kept (value integer); insert into kept values (7)');
  await ask(url, 'checkpoint');
  process.kill(Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]), 'SIGKILL');
  opened.splice(0);
  await expect
    .poll(() =>
      ask(url, 'select 1').then(
        () => 'answers',
        () => 'gone',
      ),
    )
    .toBe('gone');
  const again = await start(dataDir);
  expect(await ask(again.url, 'select value from kept')).toEqual([{ value: 7 }]);
});

test('a folder of another version is refused with what to do', async () => {
  const dataDir = await folder();
  await (await start(dataDir)).stop();
  await writeFile(join(dataDir, 'postgres/PG_VERSION'), '11\n');
  await expect(startEmbedded({ dataDir })).rejects.toThrow(EmbeddedError);
  await expect(startEmbedded({ dataDir })).rejects.toThrow(/otra versión de PostgreSQL/);
});
