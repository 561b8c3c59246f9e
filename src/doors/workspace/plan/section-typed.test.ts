import { expect, test } from 'vitest';
import { sectionTyped } from './section-typed.ts';

const items = (...places: (number | string)[]) =>
  Object.fromEntries(
    places.flatMap((place, at) => [
      [`items.${at}.code`, `c${at + 1}`],
      [`items.${at}.title`, `${at + 1}`],
      [`items.${at}.text`, ''],
      [`items.${at}.place`, String(place)],
    ]),
  );
const order = (...places: (number | string)[]) =>
  (sectionTyped({ section: 's', ...items(...places) })['items'] as { title: string }[]).map(({ title }) => title).join('');

test('items stand where they were put, up or down', () => {
  expect(order(1, 2, 3)).toBe('123');
  expect(order(1, 2, 1)).toBe('312');
  expect(order(3, 2, 3)).toBe('231');
  expect(order('', 'x', 1)).toBe('312');
});

test('an empty line is none, a new one gets a code that no other has', () => {
  const typed = sectionTyped({
    section: 's',
    'items.0.code': 'item-2',
    'items.0.title': 'Uno',
    'items.1.code': '',
    'items.1.title': 'Dos',
    'items.2.code': '',
    'items.2.title': ' ',
  });
  expect(typed['items']).toEqual([
    { code: 'item-2', title: 'Uno' },
    { code: 'item-4', title: 'Dos' },
  ]);
});
