import { expect, test } from 'vitest';
import { formatIn } from './format.ts';

const es = formatIn('es');
const en = formatIn('en');

test('figures and money are written as in Colombia', () => {
  expect(es.number(1234567)).toBe('1.234.567');
  expect(es.number(1234)).toBe('1.234');
  expect(es.number(12.54, 1)).toBe('12,5');
  expect(es.percent(78)).toBe('78\u00a0%');
  expect(es.money(7600000)).toBe('$\u00a07.600.000');
  expect(en.number(1234567)).toBe('1,234,567');
  expect(en.percent(78)).toBe('78%');
});

test('days and hours are said as people say them', () => {
  expect(es.day('2026-11-21')).toBe('21 de noviembre de 2026');
  expect(es.weekday('2026-11-21')).toBe('sábado 21 de noviembre');
  expect(es.shortDay('2026-11-05')).toBe('5 nov');
  expect(es.shortDay('2025-09-05', '2026-11-22')).toBe('5 sep 2025');
  expect(es.time('2026-11-21T21:00:00Z')).toBe('4:00\u00a0p.\u00a0m.');
  expect(en.day('2026-11-21')).toBe('November 21, 2026');
});

test('the day of an instant is that of the institution, not of the server', () => {
  const now = new Date('2026-11-22T03:00:00Z');
  expect(es.ago('2026-11-22T02:00:00Z', now)).toBe('hoy');
  expect(es.ago('2026-11-21T04:00:00Z', now)).toBe('ayer');
  expect(es.size(84_000)).toBe('84\u00a0kB');
  expect(es.size(1_250_000)).toBe('1,3\u00a0MB');
});
