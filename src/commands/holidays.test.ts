import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const bin = join(import.meta.dirname, '../../bin');

describe('bin/holidays', () => {
  test('prints the days of each year as JSON, a shared day once', () => {
    const { status, stdout } = run('2026', '2025');
    const years = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(Object.keys(years)).toEqual(['2025', '2026']);
    expect(years['2025']).toHaveLength(17);
    expect(years['2026']).toHaveLength(19);
    expect(years['2026']).toEqual(years['2026'].toSorted());
  });

  test('explains itself', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('bin/holidays AÑO…');
  });

  test.each([
    [[], 'Falta el año'],
    [['1983'], 'de 1984 a 2199'],
    [['2026', '26'], '«26» no es un año'],
    [['--json'], "'--json'"],
  ])('answers %j with a sentence', (args, sentence) => {
    const { status, stdout, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
  });
});

test('bin/node runs the pinned Node also through a link', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pregon-node-'));
  try {
    symlinkSync(join(bin, 'node'), join(folder, 'linked'));
    const { stdout } = spawnSync(join(folder, 'linked'), ['-p', 'process.execPath'], { encoding: 'utf8' });
    expect(stdout.trim()).toBe(join(bin, '../node_modules/node/bin/node'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** With a PATH of the system's own folders, as a shell without Node has it. */
function run(...args: string[]) {
  return spawnSync(join(bin, 'holidays'), args, { encoding: 'utf8', env: { PATH: '/usr/bin:/bin' } });
}
