import fc from 'fast-check';
import { expect, test } from 'vitest';
import { legible, path, scale, spread, ticks, widthOf } from './chart-scale.ts';

test('ticks are round and cover the highest value', () => {
  expect(ticks(96)).toEqual([0, 25, 50, 75, 100]);
  expect(ticks(1_500_000).at(-1)).toBe(1_500_000);
});

test('an axis stands when there is nothing to show, or nothing but zeros', () => {
  expect(ticks(0)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(ticks(-Infinity, 4, Infinity)).toEqual([0, 0.25, 0.5, 0.75, 1]);
});

test('figures below zero have their ticks, and zero is one of them', () => {
  expect(ticks(6, 4, -3)).toEqual([-5, -2.5, 0, 2.5, 5, 7.5]);
  expect(ticks(0, 4, -8)).toEqual([-8, -6, -4, -2, 0]);
});

test('any positive value is covered by at most five ticks', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (highest) => {
      const marks = ticks(highest);
      expect(marks.at(-1)!).toBeGreaterThanOrEqual(highest * (1 - 1e-6));
      expect(marks.length).toBeLessThanOrEqual(5);
    }),
  );
});

test('one point, or all the same, falls on the start', () => {
  expect(scale([5, 5], [0, 100])(5)).toBe(0);
  expect(path([{ x: 0, y: 1.26 }])).toBe('M0 1.3');
  expect(path([])).toBe('');
});

test('labels at the end never overlap while there is room, and keep their order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 6 }), (heights) => {
      const placed = spread(heights, 16, [0, 200]).toSorted((one, other) => one - other);
      placed.slice(1).forEach((height, index) => expect(height - placed[index]!).toBeGreaterThanOrEqual(16 - 1e-6));
    }),
  );
});

test('of labels that touch, the later one stays', () => {
  const labels = [0, 40, 50, 120].map((at) => ({ at, width: 30 }));
  expect(legible(labels)).toEqual([true, false, true, true]);
  expect(legible([])).toEqual([]);
});

test('bold words are wider than those of an axis', () => {
  expect(widthOf('Meta: 96', true)).toBeGreaterThan(widthOf('Meta: 96'));
});
