import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { dictionary } from '#platform/i18n/dictionary.ts';

const events = Object.keys(dictionary.es.audit!).flatMap((key) => /^event\.(.+)$/.exec(key)?.[1] ?? []);

async function source(): Promise<string> {
  const files: string[] = [];
  for await (const path of glob('src/**/*.{ts,tsx}'))
    if (!/\.test\.|told-entries|events\/names/.test(path)) files.push(await readFile(path, 'utf8'));
  return files.join('\n');
}

// That nothing is told without its sentence is held by the type EventName.
test('every sentence of the audit log is of something that the house tells', async () => {
  const code = await source();
  const told = (event: string) => code.includes(`'${event}'`) || code.includes(`\`${event.split('.')[0]}.\${`);
  expect(events.filter((event) => !told(event))).toEqual([]);
});

test('every sentence of the audit log says who or what', () => {
  for (const [locale, words] of Object.entries(dictionary)) {
    for (const event of events) expect(words.audit![`event.${event}`], `${locale} ${event}`).toMatch(/\{(who|subject)\}/);
  }
});
