import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mean, rollUp, type Branch } from './roll-up.ts';

const percent = fc.double({ min: 0, max: 100, noNaN: true });
const advance = fc.record({ progress: percent, due: percent });
const leaf = (item: number, progress: number, due = 50): Branch => ({ item, own: [{ progress, due }], below: [] });

describe('progress rolls up', () => {
  test('as the mean of the branches, each counting once', () => {
    const advances = rollUp([{ item: 1, own: [], below: [{ item: 2, own: [], below: [leaf(3, 100), leaf(4, 50)] }, leaf(5, 25)] }]);
    expect(advances.get(2)?.progress).toBe(75);
    expect(advances.get(1)?.progress).toBe(50);
  });

  test('without what nothing is known of', () => {
    const advances = rollUp([
      { item: 1, own: [], below: [leaf(2, 80), { item: 3, own: [], below: [] }] },
      { item: 4, own: [], below: [] },
    ]);
    expect(advances.get(1)?.progress).toBe(80);
    expect([...advances.keys()].toSorted()).toEqual([1, 2]);
  });

  test('from nothing to nothing', () => {
    expect(mean([])).toBeNull();
    expect(rollUp([])).toEqual(new Map());
  });

  test('within 0 and 100, and between the least and the most', () => {
    fc.assert(
      fc.property(fc.array(advance, { minLength: 1, maxLength: 30 }), (parts) => {
        const { progress } = mean(parts)!;
        const all = parts.map((part) => part.progress);
        expect(progress).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
        expect(progress).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
      }),
    );
    expect(mean([{ progress: 250, due: -3 }])).toEqual({ progress: 100, due: 0 });
  });

  test('the same in any order', () => {
    fc.assert(
      fc.property(fc.array(advance, { minLength: 1, maxLength: 30 }), (parts) => {
        expect(mean(parts.toReversed())).toEqual(mean(parts));
      }),
    );
  });

  test('never back when a part goes on', () => {
    fc.assert(
      fc.property(fc.array(advance, { minLength: 1, maxLength: 30 }), percent, (parts, more) => {
        const [first, ...rest] = parts;
        const on = { ...first!, progress: Math.min(100, first!.progress + more) };
        expect(mean([on, ...rest])!.progress).toBeGreaterThanOrEqual(mean(parts)!.progress - 1e-9);
      }),
    );
  });
});
