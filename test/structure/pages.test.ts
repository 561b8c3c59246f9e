import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

async function offenders(pattern: string, offence: RegExp): Promise<string[]> {
  const found: string[] = [];
  for await (const path of glob(pattern)) {
    const text = (await readFile(path, 'utf8')).replace(/\/\*[\s\S]*?\*\//g, '');
    for (const [match] of text.matchAll(offence)) found.push(`${path}: ${match}`);
  }
  return found;
}

test('no page carries inline styles: the Content-Security-Policy refuses them', async () => {
  expect(await offenders('src/**/*.tsx', /\bstyle=(\{|")/g)).toEqual([]);
});

// The tokens, and the reader's choice of more contrast, which gives the same roles other values.
const palettes = ['src/ui/styles/tokens.css', 'src/ui/styles/portal/preferences.css'];

test('only the tokens name a colour', async () => {
  const named = await offenders('src/ui/styles/**/*.css', /#[0-9a-f]{3,8}\b|\b(?:oklch|rgba?|hsla?)\(/gi);
  expect(named.filter((offence) => !palettes.some((palette) => offence.startsWith(palette)))).toEqual([]);
});

test('no style sheet holds words', async () => {
  expect(await offenders('src/ui/styles/**/*.css', /content: "[^"\n]*\p{L}{2,}[^"\n]*"|content: "[^"\n]*" \/ "[^"\n]+"/gu)).toEqual([]);
});

test('a style sheet uses only roles that the tokens, or it, define', async () => {
  const defined = new Set<string>();
  for await (const path of glob('src/ui/styles/**/*.css')) {
    for (const [, name] of (await readFile(path, 'utf8')).matchAll(/(--[\w-]+):/g)) defined.add(name!);
  }
  const used = await offenders('src/ui/styles/**/*.css', /var\(--[\w-]+(?=\))/g);
  expect(used.filter((use) => !defined.has(use.slice(use.indexOf('--'))))).toEqual([]);
});
