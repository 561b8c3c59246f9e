import { expect, test } from 'vitest';
import { sayIn } from './words.ts';

const words = {
  plan: {
    at: 'El plan va en **{at}**. Lo retrasa la [{cause}]({href}).',
    until: 'Hasta el {day, date}, no «{typed}».',
    late_zero: 'nada va tarde',
    late_one: '{count} actividad tarde',
    late_other: '{count} actividades tarde',
    'goal.title': 'Meta',
  },
};
const say = sayIn('es', words);

test('variables take their place and the marks of rich sentences stay', () => {
  expect(say('plan.at', { at: '78 %', cause: 'interna', href: '#x' })).toBe('El plan va en **78 %**. Lo retrasa la [interna](#x).');
});

test('a sentence follows its number, written as the language writes it', () => {
  expect(say('plan.late', { count: 0 })).toBe('nada va tarde');
  expect(say('plan.late', { count: 1 })).toBe('1 actividad tarde');
  expect(say('plan.late', { count: 1234 })).toBe('1.234 actividades tarde');
  expect(sayIn('en', words)('plan.late', { count: 1234 })).toBe('1,234 actividades tarde');
});

test('a day is written as the language writes it where the sentence says that it is one, and what was typed stays as it was typed', () => {
  expect(say('plan.until', { day: '2026-11-21', typed: '2026-99-99' })).toBe('Hasta el 21 de noviembre de 2026, no «2026-99-99».');
  expect(sayIn('en', words)('plan.until', { day: '2026-11-21', typed: '' })).toContain('November 21, 2026');
});

test('keys may have parts of their own', () => {
  expect(say('plan.goal.title')).toBe('Meta');
});

test('what is not there says its own name', () => {
  expect(say('plan.nothing')).toBe('plan.nothing');
  expect(say('nowhere.nothing')).toBe('nowhere.nothing');
});
