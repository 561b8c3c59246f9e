import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

interface Requirement {
  readonly id: string;
  readonly state: string;
  readonly proof: string;
}

async function requirements(): Promise<Requirement[]> {
  const page = await readFile('docs/requirements.md', 'utf8');
  return page
    .split('\n')
    .filter((line) => /^\| [MO]\d/.test(line))
    .map((line) => {
      const [id = '', , state = '', , proof = ''] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return { id, state, proof };
    });
}

test('every requirement of the two plans has one row, in a known state', async () => {
  const rows = await requirements();
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(rows.length).toBe(53);
  for (const { id, state } of rows) expect(['done', 'part', 'later'], id).toContain(state);
});

test('a row called done or part names a test that exists', async () => {
  for (const { id, state, proof } of await requirements()) {
    if (state === 'later') continue;
    const named = [...proof.matchAll(/`([^`]+\.test\.tsx?)`(?: «([^»]+)»)?/g)];
    expect(named.length, `${id} names its proof`).toBeGreaterThan(0);
    for (const [, path, title] of named) {
      expect(existsSync(path!), `${id}: ${path}`).toBe(true);
      if (title) expect(await readFile(path!, 'utf8'), `${id}: ${path}`).toContain(title);
    }
  }
});
