import { expect, test } from 'vitest';
import { negotiateLocale } from './locale.ts';

test("the visitor's choice comes before the person's, and that before the browser's", () => {
  expect(negotiateLocale('en', 'es', 'es')).toBe('en');
  expect(negotiateLocale(undefined, 'en', 'es')).toBe('es');
  expect(negotiateLocale('fr', 'en-GB,en;q=0.9', undefined)).toBe('en');
});

test("the browser's languages are taken by their weight, and Spanish when none is ours", () => {
  expect(negotiateLocale(undefined, 'fr, en;q=0.4, es-CO;q=0.8')).toBe('es');
  expect(negotiateLocale(undefined, 'es;q=0, en;q=0.1')).toBe('en');
  expect(negotiateLocale(undefined, 'pt-BR, *')).toBe('es');
  expect(negotiateLocale(undefined, undefined)).toBe('es');
});
