import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { round } from './support/load.ts';
import type { Bench } from './support/result.ts';
import { startRunning } from './support/running.ts';
import { openFolder } from './support/folder.ts';

/** From a fresh clone to the first page, and from built to the first page; the bare limit is `npm ci` in the same clone. */
export const bench: Bench = {
  promise: 'a fresh clone serves its first page in at most 1.5 times what npm ci alone takes there; a second start takes seconds',
  run: async () => {
    const folder = await openFolder('clone');
    const clone = join(folder, 'pregon');
    try {
      await promisify(execFile)('git', ['clone', '--quiet', process.cwd(), clone]);
      const install = await seconds(() => promisify(execFile)(join(clone, 'bin/install'), [], { cwd: clone, maxBuffer: 64e6 }));
      const first = await seconds(() => firstPage(clone));
      const second = await seconds(() => firstPage(clone));
      return {
        name: 'start',
        ratio: round((install + first) / install),
        parts: { install_s: install, clone_to_first_page_s: round(install + first, 1), built_to_first_page_s: second },
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return round((performance.now() - started) / 1000, 1);
}

/** Starts it, waits for a page that answers, and stops it. */
async function firstPage(clone: string): Promise<void> {
  const { origin, stop } = await startRunning(clone);
  const page = await fetch(`${origin}/setup`);
  if (!page.ok) throw new Error(`the first page answered ${page.status}`);
  await page.text();
  await stop();
}
