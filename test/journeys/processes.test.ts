import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession } from '#domains/organization/index.ts';
import { system } from '#platform/ctx.ts';
import type { Database } from '#platform/db/database.ts';
import { commandContext } from '#platform/events/tell.ts';
import { newKey } from '#platform/secrets/house-key.ts';
import { freshDatabase } from '#test/support/database.ts';
import { furnishOffice, mailOf } from '#test/support/office.ts';

// Two web processes and one worker on one PostgreSQL: what one tells, the other shows.

const secretKey = newKey();
const children: ChildProcess[] = [];
const folders: string[] = [];
let database: Database;
let webs: string[];
let cookie: string;

beforeAll(async () => {
  database = await freshDatabase();
  const { people } = await furnishOffice(database.primary);
  const { token } = await database.primary.transaction().execute((db) =>
    openSession(
      commandContext(db, system, new Date(), () => []),
      { person: people.administrator, device: 'test', secondFactor: false },
    ),
  );
  cookie = `pregon=${token}`;
  await start('worker');
  webs = [await start('web'), await start('web')];
}, 120_000);

afterAll(async () => {
  await Promise.all(
    children.map(
      (child) =>
        new Promise((gone) => {
          child.once('exit', gone);
          child.kill('SIGTERM');
        }),
    ),
  );
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}, 60_000);

async function start(kind: 'web' | 'worker'): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pregon-process-'));
  folders.push(dataDir);
  const port = 30_000 + Math.floor(Math.random() * 20_000);
  const child = spawn(process.execPath, ['src/commands/start.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PROCESS: kind,
      PORT: String(port),
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      // Each has a folder of its own, so the key comes by setting.
      SECRET_KEY: secretKey,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  await new Promise<void>((opened, failed) => {
    let heard = '';
    const listen = (chunk: Buffer) => {
      heard += chunk.toString();
      if (heard.includes('está abierto')) opened();
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.once('exit', (code) => failed(new Error(`${kind} ended with ${code}: ${heard}`)));
  });
  return `http://127.0.0.1:${port}`;
}

test('each process says that it is ready', async () => {
  for (const web of webs) {
    expect(await (await fetch(`${web}/hooks/health`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${web}/hooks/ready`)).json()).toEqual({ status: 'ready' });
  }
});

test('what is changed at one is heard at the other, and read there', async () => {
  const heard = listenTo(`${webs[1]}/live?topic=units`);
  await heard.open;
  await addUnit('Oficina de Prensa', 'prensa');
  expect(await heard.first).toMatch(/event: changed\ndata: .*"topic":"units"/);
  const { items } = (await (await fetch(`${webs[1]}/api/v1/units?q=prensa`, { headers: { cookie } })).json()) as {
    items: { name: string }[];
  };
  expect(items.map(({ name }) => name)).toContain('Oficina de Prensa');
});

test('who was cut off from one comes back to the other, and is told there what he missed', async () => {
  const heard = listenTo(`${webs[1]}/live?topic=units`);
  await heard.open;
  await addUnit('Archivo');
  const mark = /^id: (\d+)$/m.exec(await heard.first)![1]!;
  await addUnit('Secretaría de Salud');
  const back = await listenTo(`${webs[0]}/live?topic=units`, { 'last-event-id': mark }).first;
  expect(back).toContain('"topic":"units"');
  expect(back).not.toContain('event: gap');
});

test('a person ended at one is nobody at the other', async () => {
  const person = await database.primary.selectFrom('people').select('id').where('email', '=', mailOf('author')).executeTakeFirstOrThrow();
  const { token } = await database.primary.transaction().execute((db) =>
    openSession(
      commandContext(db, system, new Date(), () => []),
      { person: person.id, device: 'test', secondFactor: false },
    ),
  );
  const asAuthor = { cookie: `pregon=${token}` };
  expect((await fetch(`${webs[1]}/api/v1/plans`, { headers: asAuthor })).status).toBe(200);
  await fetch(`${webs[0]}/api/v1/people/${person.id}/departure`, {
    method: 'POST',
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    body: JSON.stringify({ successor: null }),
  });
  expect((await fetch(`${webs[1]}/api/v1/plans`, { headers: asAuthor })).status).toBe(401);
});

async function addUnit(name: string, code?: string): Promise<void> {
  const made = await fetch(`${webs[0]}/api/v1/units`, {
    method: 'POST',
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    body: JSON.stringify({ name, code, parent: null }),
  });
  expect(made.status).toBe(201);
}

function listenTo(url: string, headers: Record<string, string> = {}): { open: Promise<void>; first: Promise<string> } {
  let opened: () => void = () => undefined;
  const open = new Promise<void>((done) => {
    opened = done;
  });
  const first = (async () => {
    const response = await fetch(url, { headers: { cookie, ...headers } });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`the stream ended: ${text}`);
      text += value;
      if (text.includes(': open')) opened();
      if (text.includes('event: changed')) {
        await reader.cancel();
        return text;
      }
    }
  })();
  return { open, first };
}
