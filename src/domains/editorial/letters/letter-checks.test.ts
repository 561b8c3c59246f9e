import { describe, expect, test } from 'vitest';
import { clippedAt, letterChecks, stops, type LookedLetter } from './letter-checks.ts';
import { knownAs, linksIn } from './letter-links.ts';
import type { LookedLink } from './links.queries.ts';

const link = (address: string, state: LookedLink['state']): LookedLink => ({ address, state, problem: null, status: null, lookedAt: null });
const way = '<a href="{{one_click}}">Salirme</a>';
const looked = (more: Partial<LookedLetter> = {}, html = way): LookedLetter => ({
  letter: { subject: 'Puerto al día', html, text: '{{one_click}}', language: 'es' },
  why: 'subscription',
  piece: { class: 'public' },
  approved: true,
  segments: ['Ciudadanía'],
  wordless: 0,
  links: [link('https://example.org/', 'alive')],
  ownPath: '/news/tres-cosas',
  alsoPage: false,
  ...more,
});
const of = (check: string, more: Partial<LookedLetter> = {}, html?: string) =>
  letterChecks(looked(more, html)).find((one) => one.check === check)!;

test('a letter that lacks nothing can leave', () => {
  expect(letterChecks(looked()).every(({ state }) => state === 'good')).toBe(true);
});

describe('it does not leave', () => {
  test.each<[string, string, Partial<LookedLetter>, string?]>([
    ['approved', 'bad', { approved: false }],
    ['class', 'not_outside', { piece: { class: 'internal' } }],
    ['class', 'secret', { piece: { class: 'reserved' }, why: 'internal' }],
    ['leave', 'missing', {}, 'Hola'],
    ['holes', 'unknown', {}, `${way}{{nombre}}`],
    ['holes', 'no_fallback', {}, `${way}{{region}}`],
    ['alt', 'missing', { wordless: 2 }],
    ['links', 'dead', { links: [link('https://example.org/no', 'dead')] }],
    ['size', 'clipped', {}, way + 'x'.repeat(clippedAt)],
  ])('%s: %s', (check, which, more, html) => {
    const one = of(check, more, html);
    expect(one).toMatchObject({ state: 'bad', case: which });
    expect(stops(letterChecks(looked(more, html)))).toContainEqual(one);
  });
});

test('what is not known yet, or only worth a look, does not stop it', () => {
  expect(of('links', { links: [link('https://a.org/', null)] })).toMatchObject({ state: 'asked', case: 'not_asked' });
  expect(of('links', { links: [link('https://a.org/', 'unseen')] })).toMatchObject({ state: 'look', case: 'unseen' });
  expect(of('links', { links: [link('/news/tres-cosas', 'dead')] })).toMatchObject({ state: 'look', case: 'own_page' });
  expect(of('segment', { segments: [] }).state).toBe('look');
  expect(of('holes', { alsoPage: true }, `${way}{{first_name|vecino}}`)).toMatchObject({ state: 'look', case: 'also_page' });
  expect(of('subject', { letter: { ...looked().letter, subject: 'x'.repeat(90) } }).state).toBe('look');
  expect(of('size', {}, way + 'x'.repeat(clippedAt * 0.95)).case).toBe('near');
});

test('what is internal goes to the house, and needs no way out', () => {
  expect(of('class', { piece: { class: 'internal' }, why: 'internal' }).state).toBe('good');
  expect(of('leave', { why: 'internal' }, 'Hola').case).toBe('not_needed');
});

test('the links of a letter are those of the web, once each; those of the house by their path', () => {
  const html =
    '<a style="x" href="https://a.org/?a=1&amp;b=2">1</a><a href="https://a.org/?a=1&amp;b=2">2</a><a href="{{view}}">3</a><a href="mailto:a@b.co">4</a>';
  expect(linksIn(html)).toEqual(['https://a.org/?a=1&b=2']);
  expect(knownAs('https://casa.gov.co/news/x', 'https://casa.gov.co')).toBe('/news/x');
  expect(knownAs('https://casa.gov.co.malo.org/', 'https://casa.gov.co')).toBe('https://casa.gov.co.malo.org/');
});
