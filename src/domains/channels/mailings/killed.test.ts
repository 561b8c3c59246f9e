import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import { openDatabase } from '#platform/db/database.ts';
import { startEmbedded } from '#platform/db/embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import { openMailingDesk } from '#test/support/mailing-desk.ts';
import { openPostfix } from '#test/support/postfix.ts';
import { openSink } from '#test/support/smtp-sink.ts';

// A handful in each run of the tests; `MAIL_KILLS=300 npx vitest run killed` for hundreds.
const kills = Number(process.env.MAIL_KILLS ?? 12);
const many = 120;
const sink = await openSink({ keep: false });
const desk = await openMailingDesk({ SMTP_URL: sink.url });
const { primary: db } = desk.database;
const workers: ChildProcess[] = [];
afterEach(async () => {
  await Promise.all(workers.splice(0).map(end));
});
afterAll(() => sink.close());
await desk.invite(many);

async function begin(url = desk.database.url, server = sink.url): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['test/support/mailing-worker.ts', url, server, '250'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  workers.push(worker);
  await once(worker.stdout!, 'data');
  return worker;
}

async function end(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  worker.kill('SIGKILL');
  await once(worker, 'exit');
}

const rows = (mailing: number, at: typeof desk) =>
  at.database.primary.selectFrom('mailing_recipients').select(['address', 'state']).where('mailing_id', '=', mailing).execute();

/** What the server took, held against what is written of each. */
async function agree(
  mailing: number,
  at = desk,
  taken: readonly string[] = sink.taken.map(({ to }) => to),
): Promise<{ lost: string[]; twice: string[]; wrong: string[] }> {
  const took = new Map<string, number>();
  for (const to of taken) took.set(to, (took.get(to) ?? 0) + 1);
  const known = await rows(mailing, at);
  return {
    twice: [...took].filter(([, times]) => times > 1).map(([to]) => to),
    lost: known.filter(({ address, state }) => state === 'accepted' && !took.has(address)).map(({ address }) => address),
    // Who still waits has got nothing; of who is not known, either may be.
    wrong: known
      .filter(({ address, state }) => took.has(address) && state !== 'accepted' && state !== 'unknown')
      .map(({ address }) => address),
  };
}

test(
  `after ${kills} workers were killed at any moment nobody is left out and nobody has two`,
  { timeout: 60_000 + kills * 10_000 },
  async () => {
    const places = ['mail', 'rcpt', 'data', 'body', 'taken'] as const;
    const all = { mailings: 0, accepted: 0, unknown: 0 };
    for (let killed = 0; killed < kills;) {
      sink.taken.length = 0;
      sink.whim = () => undefined;
      const mailing = await desk.start({ title: `Corrida ${killed}` }, { failPercent: 100 });
      // Several die in one mailing, each at some moment of some message, until nothing is left to send.
      while (killed < kills) {
        const place = places[Math.floor(Math.random() * places.length)]!;
        const after = 1 + Math.floor(Math.random() * 40);
        let seen = 0;
        let fall: () => void = () => undefined;
        const fallen = new Promise<void>((resolve) => (fall = resolve));
        const worker = await begin();
        sink.whim = (stage) => {
          if (stage === place && ++seen === after) {
            worker.kill('SIGKILL');
            fall();
          }
          return undefined;
        };
        const ended = once(worker, 'exit');
        await Promise.race([fallen, wait(1000)]);
        worker.kill('SIGKILL');
        await ended;
        killed++;
        const { queued } = (await desk.card(mailing)).counts;
        if (queued === 0) break;
      }
      sink.whim = () => undefined;
      await begin();
      await expect.poll(async () => (await desk.card(mailing)).mailing.state, { timeout: 40_000, interval: 50 }).toBe('finished');
      await Promise.all(workers.splice(0).map(end));
      expect(await agree(mailing)).toEqual({ lost: [], twice: [], wrong: [] });
      const { counts } = await desk.card(mailing);
      expect(counts.accepted + counts.unknown).toBe(many);
      expect(counts.unknown).toBeLessThan(many);
      all.mailings++;
      all.accepted += counts.accepted;
      all.unknown += counts.unknown;
    }
    if (process.env.MAIL_KILLS)
      console.info(`${kills} kills in ${all.mailings} mailings: ${all.accepted} accepted, ${all.unknown} unknown`);
  },
);

// Its master wants root, so nobody meets it who does not ask: `MAIL_POSTFIX=1 MAIL_KILLS=40 npx vitest run killed`.
// oxlint-disable-next-line vitest/no-conditional-tests
if (process.env.MAIL_POSTFIX)
  test(`with Postfix as the receiver too, after ${kills} kills`, { timeout: 120_000 + kills * 10_000 }, async () => {
    const postfix = await openPostfix();
    try {
      for (let killed = 0; killed < kills;) {
        const mailing = await desk.start({ title: `Por Postfix ${killed}` }, { failPercent: 100 });
        for (; killed < kills && (await desk.card(mailing)).counts.accepted < many; killed++) {
          const worker = await begin(desk.database.url, postfix.url);
          await wait(20 + Math.random() * 400);
          await end(worker);
          if (
            Object.entries((await desk.card(mailing)).counts).every(
              ([state, count]) => state === 'accepted' || state === 'unknown' || count === 0,
            )
          )
            break;
        }
        await begin(desk.database.url, postfix.url);
        await expect.poll(async () => (await desk.card(mailing)).mailing.state, { timeout: 60_000, interval: 50 }).toBe('finished');
        await Promise.all(workers.splice(0).map(end));
        expect(await agree(mailing, desk, await postfix.delivered())).toEqual({ lost: [], twice: [], wrong: [] });
        const { counts } = await desk.card(mailing);
        expect(counts.accepted + counts.unknown).toBe(many);
      }
    } finally {
      await postfix.close();
    }
  });

test('when the database throws everybody out in the middle, nobody is left out and nobody has two', { timeout: 120_000 }, async () => {
  sink.taken.length = 0;
  let thrown = 0;
  sink.whim = async (stage) => {
    if (stage === 'data' && sink.taken.length > 8 * (thrown + 1) && thrown < 8) {
      thrown++;
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
        db,
      );
    }
    return undefined;
  };
  const mailing = await desk.start({ title: 'Sin base' }, { failPercent: 100 });
  await begin();
  await begin();
  await expect.poll(async () => (await desk.card(mailing)).mailing.state, { timeout: 90_000, interval: 100 }).toBe('finished');
  expect(thrown).toBeGreaterThan(3);
  expect(await agree(mailing)).toEqual({ lost: [], twice: [], wrong: [] });
  const { counts } = await desk.card(mailing);
  expect(counts.accepted + counts.unknown).toBe(many);
});

test('when the database is killed and comes back, nobody is left out and nobody has two', { timeout: 150_000 }, async () => {
  sink.taken.length = 0;
  sink.whim = () => undefined;
  const dataDir = await mkdtemp(join(tmpdir(), 'pregon-killed-'));
  await chmod(dataDir, 0o755);
  let embedded = await startEmbedded({ dataDir });
  await migrate(embedded.url);
  const database = openDatabase(embedded.url, undefined, 4);
  const own = await openMailingDesk({ SMTP_URL: sink.url }, database);
  await own.invite(many);
  const mailing = await own.start({}, { failPercent: 100 });
  const killed = new Promise<void>((resolve) => {
    sink.whim = async (stage) => {
      if (stage !== 'data' || sink.taken.length < 30) return undefined;
      sink.whim = () => undefined;
      process.kill(Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]), 'SIGKILL');
      resolve();
      return undefined;
    };
  });
  await begin(embedded.url);
  await killed;
  const state = () =>
    own.card(mailing).then(
      (card) => card.mailing.state,
      () => 'away',
    );
  await expect.poll(state, { timeout: 40_000 }).toBe('away');
  // What the killed server left behind ends first.
  for (let tries = 0; ; tries++) {
    const again = await startEmbedded({ dataDir }).catch((cause: unknown) => {
      if (tries > 40) throw cause;
    });
    if (again) {
      embedded = again;
      break;
    }
    await wait(250);
  }
  await expect.poll(state, { timeout: 80_000, interval: 100 }).toBe('finished');
  expect(await agree(mailing, own)).toEqual({ lost: [], twice: [], wrong: [] });
  const { counts } = await own.card(mailing);
  expect(counts.accepted + counts.unknown).toBe(many);
  await Promise.all(workers.splice(0).map(end));
  await database.close();
  await embedded.stop();
  await rm(dataDir, { recursive: true, force: true });
});
