import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { hearings, policy } from '#wiring';

/** Every live topic that is told or watched, by its first word. */
async function words(): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const path of glob('src/**/*.{ts,tsx}', { exclude: ['**/*.test.*'] })) {
    const text = await readFile(path, 'utf8');
    for (const [, said = ''] of text.matchAll(/\btopics: (.*)/g))
      for (const [, word] of said.matchAll(/(?<!=== )['`]([a-z_]+)(?=['`:])/g)) found.add(word!);
    for (const [, word] of text.matchAll(/Topic = (?:\([^)]*\): string => )?['`]([a-z_]+)[:'`]/g)) found.add(word!);
  }
  return found;
}

test('every live topic has a rule of who hears it, and every rule is of one', async () => {
  expect([...(await words())].toSorted()).toEqual(Object.keys(hearings).toSorted());
});

test('a rule names an action that there is, or reads the thing', () => {
  for (const [word, { action, one, isSecret }] of Object.entries(hearings)) {
    if (action) expect(policy[action], word).toBeDefined();
    expect(Boolean(action) || Boolean(one), word).toBe(true);
    if (isSecret) expect(one, word).toBeDefined();
  }
});
