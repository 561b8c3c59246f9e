import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const commands = readdirSync('bin').filter((name) => name !== 'node');
const run = (name: string, argument: string) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(`bin/${name}`, [argument], { env: { ...process.env, PATH: '/usr/bin:/bin' } }, (cause, out, err) => {
      done({ code: typeof cause?.code === 'number' ? cause.code : cause ? 1 : 0, out, err });
    });
  });

test.each(commands)('bin/%s explains itself', async (name) => {
  const { code, out } = await run(name, '--help');
  expect(code).toBe(0);
  expect(out.length).toBeGreaterThan(20);
});

test.each(commands.filter((name) => !['test', 'start'].includes(name)))('bin/%s answers a bad argument with a sentence', async (name) => {
  const { code, err } = await run(name, '--no-existe');
  expect(code).toBe(2);
  expect(err).toMatch(/--help/);
});
