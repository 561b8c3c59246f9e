import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthWeeks } from './month-weeks.ts';

const on = (weeks: ReturnType<typeof monthWeeks>, day: string) => weeks.flat().find((cell) => cell.day === day)!;

test('weeks begin on Monday and cover the month', () => {
  const weeks = monthWeeks('2026-11', []);
  expect(weeks).toHaveLength(6);
  expect(weeks[0]![0]!.day).toBe('2026-10-26');
  expect(weeks[0]![6]).toMatchObject({ day: '2026-11-01', out: false });
  expect(monthWeeks('2027-02', [])).toHaveLength(4);
});

test('a thing keeps its lane through the week, and is named again on Monday', () => {
  const weeks = monthWeeks('2026-11', [
    { key: 'long', from: '2026-11-12', until: '2026-11-18' },
    { key: 'short', from: '2026-11-11', until: '2026-11-12' },
  ]);
  expect(on(weeks, '2026-11-12').lanes.map((segment) => segment?.item.key)).toEqual(['short', 'long']);
  expect(on(weeks, '2026-11-13').lanes).toMatchObject([null, { item: { key: 'long' }, named: false, length: 3 }]);
  expect(on(weeks, '2026-11-16').lanes).toMatchObject([{ item: { key: 'long' }, named: true, starts: false, length: 3 }]);
  expect(on(weeks, '2026-11-18').lanes[0]).toMatchObject({ ends: true, length: 1 });
});

test('what does not fit is counted', () => {
  const items = [1, 2, 3].map((key) => ({ key, from: '2026-11-10', until: '2026-11-10' }));
  expect(on(monthWeeks('2026-11', items, 2), '2026-11-10')).toMatchObject({ rest: 1, lanes: [{}, {}] });
});

test('each thing is on each of its days, in a lane or counted', () => {
  const dayOf = fc.integer({ min: 1, max: 30 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`);
  const item = fc.tuple(dayOf, dayOf).map(([one, other]) => (one < other ? { from: one, until: other } : { from: other, until: one }));
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), (spans) => {
      const items = spans.map((span, key) => ({ key, ...span }));
      for (const { day, lanes, rest } of monthWeeks('2026-11', items).flat()) {
        expect(lanes.filter(Boolean).length + rest).toBe(items.filter(({ from, until }) => day >= from && day <= until).length);
      }
    }),
  );
});
