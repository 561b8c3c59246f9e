import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lightOf, percentOf, type Light } from './traffic-light.ts';

const order: readonly Light[] = ['off', 'risk', 'good'];
const amount = fc.double({ min: 0, max: 1e9, noNaN: true });

describe('the traffic light', () => {
  test.each([
    [100, 'good'],
    [95, 'good'],
    [94.99, 'risk'],
    [80, 'risk'],
    [79.99, 'off'],
    [0, 'off'],
    [null, 'none'],
  ] as const)('at %s %% of what is due is %s', (percentOfDue, light) => {
    expect(lightOf({ percentOfDue })).toBe(light);
  });

  test('stays good once the target is reached, and lights nothing over an old figure', () => {
    expect(lightOf({ percentOfDue: 60, fulfilled: true, overdue: true })).toBe('good');
    expect(lightOf({ percentOfDue: 99, overdue: true })).toBe('none');
  });

  test('never falls when there is more of what is due', () => {
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(order.indexOf(lightOf({ percentOfDue: more }))).toBeGreaterThanOrEqual(order.indexOf(lightOf({ percentOfDue: less })));
      }),
    );
  });
});

describe('percent of what is due', () => {
  test('is the share of it, and the other way about when less is better', () => {
    expect(percentOf(61, 85.4, 'up')).toBeCloseTo(71.4, 1);
    expect(percentOf(40, 50, 'down')).toBe(125);
    expect(percentOf(100, 50, 'down')).toBe(50);
  });

  test('of nothing due is all of it', () => {
    expect(percentOf(0, 0, 'up')).toBe(100);
    expect(percentOf(0, 0, 'down')).toBe(100);
    expect(percentOf(5, 0, 'down')).toBe(0);
    expect(percentOf(0, 10, 'down')).toBe(999);
  });

  test('is bounded, and grows with the value when more is better and falls when less is', () => {
    fc.assert(
      fc.property(amount, amount, amount, (one, other, due) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        for (const value of [less, more])
          for (const way of ['up', 'down'] as const) {
            expect(percentOf(value, due, way)).toBeGreaterThanOrEqual(0);
            expect(percentOf(value, due, way)).toBeLessThanOrEqual(999);
          }
        expect(percentOf(more, due, 'up')).toBeGreaterThanOrEqual(percentOf(less, due, 'up'));
        expect(percentOf(more, due, 'down')).toBeLessThanOrEqual(percentOf(less, due, 'down'));
      }),
    );
  });
});
