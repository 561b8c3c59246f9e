import { fork, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '#platform/db/database.ts';
import { startEmbedded } from '#platform/db/embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import { round } from './support/load.ts';
import { acceptedOf, beginMailing, layMailGround } from './support/mail-ground.ts';
import type { Bench } from './support/result.ts';
import { openFolder } from './support/folder.ts';

// `MAIL_BENCH=1000,10000` measures less.
const sizes = (process.env.MAIL_BENCH ?? '1000,10000,100000').split(',').map(Number);
const bareMany = 3000;
const file = (name: string) => fileURLToPath(new URL(`./support/${name}.ts`, import.meta.url));

/**
 * One worker sends a personalised letter of 35 kB to each of 1,000 to 100,000 contacts, every one written down before and after, into a
 * sink in a process of its own; against a bare loop over a pool of nodemailer that sends the same into the same sink in the same run.
 * Both with as many connections; both also with each message signed (DKIM, RSA of 2048 bits).
 */
export const bench: Bench = {
  promise: 'personalised messages of 35 kB a second at 1.5 of a bare nodemailer pool (ratio); 100,000 recipients under 300 MB',
  run: async () => {
    const dataDir = await openFolder('bench');
    const embedded = await startEmbedded({ dataDir });
    await migrate(embedded.url);
    const database = openDatabase(embedded.url);
    const sink = fork(file('mail-sink'));
    const [{ port }] = (await once(sink, 'message')) as [{ port: number }];
    const url = `smtp://127.0.0.1:${port}`;
    const keys = {
      rsa: join(dataDir, 'rsa.pem'),
      ed25519: join(dataDir, 'ed25519.pem'),
    };
    await writeFile(keys.rsa, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await writeFile(keys.ed25519, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const signing = (key: string) => ({ DKIM_DOMAIN: 'puertoclaro.gov.co', DKIM_SELECTOR: 'pregon', DKIM_KEY_FILE: key });

    const bare = async (key?: string) => {
      const { seconds } = await told<{ seconds: number }>(fork(file('bare-mail'), [url, String(bareMany), ...(key ? [key] : [])]));
      return bareMany / seconds;
    };
    const ours = async (many: number, settings: Record<string, string> = {}) => {
      const mailing = await beginMailing(database.primary, many);
      const before = await takenBy(sink);
      const env = {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        DATABASE_URL: embedded.url,
        SMTP_URL: url,
        SMTP_FROM: 'prensa@puertoclaro.gov.co',
        PUBLIC_URL: 'https://www.puertoclaro.gov.co',
        LOG_LEVEL: 'error',
        ...settings,
      };
      const { seconds, peak, cpu } = await told<{ seconds: number; peak: number; cpu: { user: number; system: number } }>(
        // A worker's young generation kept small (docs/operations/install.md): otherwise the heap takes what nobody needs.
        fork(file('mail-worker'), [], { env, execArgv: ['--max-semi-space-size=4'] }),
      );
      const taken = (await takenBy(sink)) - before;
      const known = await acceptedOf(database.primary, mailing);
      return {
        rate: many / seconds,
        peak,
        busy: (cpu.user + cpu.system) / 1e6 / seconds,
        amiss: Math.abs(many - taken) + Math.abs(many - known),
      };
    };

    try {
      await layMailGround(database.primary, Math.max(...sizes, bareMany));
      await bare();
      const limit = await bare();
      const limitSigned = await bare(keys.rsa);
      const runs = [];
      for (const many of sizes) runs.push({ many, ...(await ours(many)) });
      const signed = await ours(bareMany, signing(keys.rsa));
      const elliptic = await ours(bareMany, signing(keys.ed25519));
      const middle = runs[Math.min(1, runs.length - 1)]!;
      return {
        name: 'mail',
        ratio: round(middle.rate / limit),
        parts: {
          bare_per_second: round(limit, 0),
          bare_signed_per_second: round(limitSigned, 0),
          ...Object.fromEntries(runs.map(({ many, rate }) => [`per_second_of_${many}`, round(rate, 0)])),
          ...Object.fromEntries(runs.map(({ many, peak }) => [`megabytes_of_${many}`, round(peak / 2 ** 20, 0)])),
          growth: round(runs.at(-1)!.rate / runs[0]!.rate),
          signed_per_second: round(signed.rate, 0),
          signed_ratio: round(signed.rate / limitSigned),
          ed25519_per_second: round(elliptic.rate, 0),
          cores_of_the_worker: round(middle.busy),
          lost_or_double: [...runs, signed, elliptic].reduce((sum, { amiss }) => sum + amiss, 0),
        },
      };
    } finally {
      sink.disconnect();
      await database.close();
      await embedded.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

async function told<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, 'exit');
  const [said] = (await Promise.race([once(child, 'message'), ended.then(() => [undefined])])) as [T | undefined];
  await ended;
  if (said === undefined) throw new Error('a process of the measurement broke off');
  return said;
}

async function takenBy(sink: ChildProcess): Promise<number> {
  sink.send('?');
  const [{ taken }] = (await once(sink, 'message')) as [{ taken: number }];
  return taken;
}
