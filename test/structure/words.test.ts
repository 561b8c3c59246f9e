import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { dictionary } from '#platform/i18n/dictionary.ts';

const keys = (words: typeof dictionary.es) =>
  Object.entries(words)
    .flatMap(([area, sentences]) => Object.keys(sentences).map((key) => `${area}.${key}`))
    .sort();
const placeholders = (sentence: string) =>
  [...sentence.matchAll(/\{(\w+(?:, date)?)\}/g)]
    .map(([, name]) => name)
    .filter((name) => name !== 'count')
    .sort();

test('every sentence is there in both languages', () => {
  expect(keys(dictionary.en)).toEqual(keys(dictionary.es));
});

test('both languages say the same variables', () => {
  for (const [area, sentences] of Object.entries(dictionary.es)) {
    for (const [key, sentence] of Object.entries(sentences)) {
      expect(placeholders(dictionary.en[area]?.[key] ?? ''), `${area}.${key}`).toEqual(placeholders(sentence));
    }
  }
});

test('every word that a page says exists', async () => {
  const missing: string[] = [];
  for await (const path of glob('src/**/*.{ts,tsx}')) {
    if (path.includes('.test.')) continue;
    for (const [, key] of (await readFile(path, 'utf8')).matchAll(/\bsay\(\s*'([a-z_]+\.[\w.]+)'/g)) {
      if (!knows(key!)) missing.push(`${path}: ${key}`);
    }
  }
  expect(missing).toEqual([]);
});

test('every refusal has its sentence', async () => {
  const missing: string[] = [];
  for await (const path of glob('src/**/*.{ts,tsx}')) {
    if (path.includes('.test.')) continue;
    for (const [, code] of (await readFile(path, 'utf8')).matchAll(/\brefuse\(\s*'([\w.]+)'/g)) {
      if (!knows(`refusals.${code}`)) missing.push(`${path}: ${code}`);
    }
  }
  expect(missing).toEqual([]);
});

function knows(key: string): boolean {
  const dot = key.indexOf('.');
  const area = dictionary.es[key.slice(0, dot)] ?? {};
  const rest = key.slice(dot + 1);
  return rest in area || `${rest}_other` in area;
}
