import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { openSession } from '#domains/organization/index.ts';
import { system } from '#platform/ctx.ts';
import { openDatabase, type Db } from '#platform/db/database.ts';
import { startEmbedded } from '#platform/db/embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import { commandContext } from '#platform/events/tell.ts';
import { furnishOffice, mailOf } from '#test/support/office.ts';
import { round } from './support/load.ts';
import type { Bench } from './support/result.ts';
import { openFolder } from './support/folder.ts';

// `LIVE_BENCH=1000` measures less.
const sizes = (process.env.LIVE_BENCH ?? '1000,10000').split(',').map(Number);
const rounds = 15;
const sessions = 500;
const file = (name: string) => fileURLToPath(new URL(`./support/${name}.ts`, import.meta.url));

/** One server with its clients, both in processes of their own. */
interface Side {
  readonly server: ChildProcess;
  readonly clients: ChildProcess;
  readonly tell: (round: string) => unknown;
}

/**
 * One notice to 1,000 to 10,000 pages that listen, from the moment it is told until the last has heard it: a web process of the house, which
 * hears it from PostgreSQL, against a bare Node server of server-sent events that is sent the same text by its parent. They take turns in the
 * same run, each with as many clients.
 */
export const bench: Bench = {
  promise:
    'a notice is with 10,000 clients in at most 1.5 times what a bare Node server of server-sent events takes (ratio, less is better)',
  run: async () => {
    await enoughFiles(Math.max(...sizes));
    const dataDir = await openFolder('bench');
    const embedded = await startEmbedded({ dataDir });
    const children: ChildProcess[] = [];
    try {
      await migrate(embedded.url);
      const database = openDatabase(embedded.url);
      const cookies = await manySessions(database.primary);
      const env = {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        PROCESS: 'web',
        DATABASE_URL: embedded.url,
        DATA_DIR: dataDir,
        LOG_LEVEL: 'error',
      };
      const start = async (name: string, path: string, tell: (server: ChildProcess, round: string) => unknown): Promise<Side> => {
        const server = fork(file(name), [], { env });
        children.push(server);
        const { port } = await answer<{ port: number }>(server);
        const clients = fork(file('live-clients'), [String(port), path]);
        children.push(clients);
        return { server, clients, tell: (round) => tell(server, round) };
      };
      const ours = await start('live-house', '/live?topic=units', (_, told) =>
        sql`select pg_notify('live', ${JSON.stringify({ topic: 'units', event: 'unit.changed', id: Number(told), about: [] })})`.execute(
          database.primary,
        ),
      );
      const bare = await start('bare-live', '/', (server, told) => server.send(`id: ${told}\nevent: changed\ndata: {"topic":"units"}\n\n`));
      const rest = { ours: await memory(ours), bare: await memory(bare) };
      const runs = [];
      for (const many of sizes) {
        await gather(bare, many, []);
        await gather(ours, many, cookies);
        runs.push({ many, ...(await takeTurns(ours, bare)), ours_mb: await memory(ours), bare_mb: await memory(bare) });
      }
      await database.close();
      return {
        name: 'live',
        ratio: runs.at(-1)!.ratio,
        parts: {
          ...Object.fromEntries(
            runs.flatMap(({ many, ...parts }) => Object.entries(parts).map(([part, value]) => [`${part}_of_${many}`, value])),
          ),
          ours_rest_mb: rest.ours,
          bare_rest_mb: rest.bare,
        },
      };
    } finally {
      for (const child of children) if (child.connected) child.disconnect();
      await Promise.all(children.map((child) => child.exitCode === null && once(child, 'exit')));
      await embedded.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

/** Each server in turn, so that what else the machine does comes to both alike; the middle of the rounds counts. */
async function takeTurns(ours: Side, bare: Side) {
  const taken = { ours: [] as Round[], bare: [] as Round[] };
  for (let at = 0; at < rounds + 3; at++) {
    const [one, other] = [await oneRound(ours), await oneRound(bare)];
    // The first warm up.
    if (at < 3) continue;
    taken.ours.push(one);
    taken.bare.push(other);
  }
  const middle = (all: readonly Round[], part: keyof Round) =>
    round(all.map((one) => one[part]).toSorted((a, b) => a - b)[all.length >> 1]!, 1);
  const [oursLast, bareLast] = [middle(taken.ours, 'last'), middle(taken.bare, 'last')];
  return {
    ratio: round(oursLast / bareLast),
    ours_ms: oursLast,
    bare_ms: bareLast,
    ours_p50_ms: middle(taken.ours, 'p50'),
    bare_p50_ms: middle(taken.bare, 'p50'),
    ours_p95_ms: middle(taken.ours, 'p95'),
    bare_p95_ms: middle(taken.bare, 'p95'),
  };
}

/** Milliseconds until half, nearly all and all had heard. */
interface Round {
  readonly p50: number;
  readonly p95: number;
  readonly last: number;
}

let told = 1_000_000;

async function oneRound({ clients, tell }: Side): Promise<Round> {
  const number = String((told += 1));
  clients.send({ round: `id: ${number}\n` });
  await answer(clients);
  const heard = answer<{ came: string[] }>(clients);
  const begun = process.hrtime.bigint();
  void tell(number);
  const { came } = await heard;
  const after = came.map((at) => Number(BigInt(at) - begun) / 1e6);
  return { p50: after[after.length >> 1]!, p95: after[Math.floor(after.length * 0.95)]!, last: after.at(-1)! };
}

async function gather({ clients }: Side, many: number, cookies: readonly string[]): Promise<void> {
  clients.send({ many, cookies });
  await answer(clients);
}

async function memory({ server }: Side): Promise<number> {
  server.send('memory');
  return round((await answer<{ rss: number }>(server)).rss / 2 ** 20, 0);
}

/** What a process says next; it breaks off when that takes a minute, or when the process ends. */
async function answer<T extends object>(child: ChildProcess): Promise<T> {
  const done = new AbortController();
  const signal = AbortSignal.any([done.signal, AbortSignal.timeout(60_000)]);
  const ended = once(child, 'exit', { signal }).then(() => Promise.reject(new Error('a process of the measurement ended')));
  try {
    const [said] = (await Promise.race([once(child, 'message', { signal }), ended])) as [T | { failed: string }];
    if ('failed' in said) throw new Error(said.failed);
    return said;
  } finally {
    ended.catch(() => undefined);
    done.abort();
  }
}

async function manySessions(db: Db): Promise<string[]> {
  await furnishOffice(db);
  const person = await db.selectFrom('people').select('id').where('email', '=', mailOf('administrator')).executeTakeFirstOrThrow();
  const cookies = [];
  for (let many = 0; many < sessions; many++) {
    const ctx = commandContext(db, system, new Date(), () => []);
    cookies.push(`pregon=${(await openSession(ctx, { person: person.id, device: 'bench', secondFactor: false })).token}`);
  }
  return cookies;
}

/** Each client is an open file of its process and one of its server's; Node raises the soft limit to the hard one by itself. */
async function enoughFiles(many: number): Promise<void> {
  const limits = await readFile('/proc/self/limits', 'utf8').catch(() => '');
  const hard = /^Max open files\s+\S+\s+(\d+)/m.exec(limits)?.[1];
  if (hard !== undefined && Number(hard) < many + 200)
    throw new Error(`${many} clients need ${many + 200} open files a process, and this machine allows ${hard}: raise it with ulimit -n`);
}
