import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { accounts } from '../src/demonstration/demonstration.ts';
import { load, round } from './support/load.ts';
import type { Bench } from './support/result.ts';
import { startRunning, type Running } from './support/running.ts';
import { openFolder } from './support/folder.ts';

/** A machine of 2 GB has as much again for the database and the system. */
const promised = 768;

/** What the one process of a house takes, as an operator starts it: at rest, while it is asked as fast as it answers, and after. */
export const bench: Bench = {
  promise: `one process, web and worker, with the demonstration stays under ${promised} MB under load (ratio: the promise over the most it took)`,
  run: async () => {
    const env = { DATA_DIR: await openFolder('bench'), LOG_LEVEL: 'error' };
    try {
      // What loading took is not what running takes.
      await (await startRunning(process.cwd(), ['--demo'], env)).stop();
      const house = await startRunning(process.cwd(), [], env);
      try {
        return await measure(house);
      } finally {
        await house.stop();
      }
    } finally {
      await rm(env.DATA_DIR, { recursive: true, force: true });
    }
  },
};

async function measure({ origin, pid }: Running) {
  const plan = (await (await fetch(`${origin}/plan`)).text()).match(/href="(\/plan\/[a-z0-9-]+)"/)?.[1] ?? '/plan';
  const cookie = await signIn(origin);
  await delay(5_000);
  const rest = tree(pid);
  let most = rest;
  const looking = setInterval(() => {
    const now = tree(pid);
    most = { own: Math.max(most.own, now.own), database: Math.max(most.database, now.database) };
  }, 250);
  const [public_, office] = await Promise.all([
    load(`${origin}${plan}/activities?fresh=[<id>]`, { fresh: true, seconds: 20 }),
    load(`${origin}/workspace/plans/1`, { headers: { cookie }, seconds: 20, connections: 4 }),
  ]);
  await delay(5_000);
  clearInterval(looking);
  return {
    name: 'memory',
    ratio: round(promised / most.own),
    parts: {
      rest_mb: rest.own,
      most_mb: most.own,
      after_mb: tree(pid).own,
      database_rest_mb: rest.database,
      database_most_mb: most.database,
      answered: round((public_.rate + office.rate) * 20, 0),
      failed: public_.failed + office.failed,
    },
  };
}

async function signIn(origin: string): Promise<string> {
  const { email, password } = accounts[0]!;
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email, password }),
    headers: { origin },
    redirect: 'manual',
  });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('pregon='));
  if (!cookie) throw new Error(`signing in answered ${answer.status}`);
  return cookie.split(';')[0]!;
}

/** Megabytes of the process itself, and of those it started: its PostgreSQL, whose shared pages are counted once where the system says. */
function tree(pid: number): { own: number; database: number } {
  const all = execFileSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [pid: number, parent: number, kilobytes: number]);
  const below = (parent: number): typeof all => all.filter(([, of]) => of === parent).flatMap((one) => [one, ...below(one[0])]);
  const own = all.find(([one]) => one === pid)?.[2] ?? 0;
  const database = below(pid).reduce((sum, [one, , kilobytes]) => sum + (proportional(one) ?? kilobytes), 0);
  return { own: round(own / 1000, 0), database: round(database / 1000, 0) };
}

function proportional(pid: number): number | undefined {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}
