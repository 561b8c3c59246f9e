import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, parseDay } from './day.ts';
import { nextPeriod, type PeriodKind, periodOf, periodsBetween, startOfMonth, startOfQuarter, startOfYear, within } from './period.ts';

const kinds = fc.constantFrom<PeriodKind>('month', 'quarter', 'year');
const days = fc.integer({ min: -50_000, max: 50_000 }).map((offset) => addDays(parseDay('2026-01-01'), offset));

describe('a period', () => {
  test.each([
    ['month', '2026-11-22', '2026-11-01', '2026-11-30'],
    ['month', '2028-02-01', '2028-02-01', '2028-02-29'],
    ['quarter', '2026-11-22', '2026-10-01', '2026-12-31'],
    ['quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
    ['year', '2026-11-22', '2026-01-01', '2026-12-31'],
    ['year', '9999-12-31', '9999-01-01', '9999-12-31'],
  ] as const)('of a %s with %s runs from %s to %s', (kind, day, startsOn, endsOn) => {
    expect(periodOf(kind, parseDay(day))).toEqual({ kind, startsOn, endsOn });
  });

  test('contains its day, and so do no others of its kind', () => {
    fc.assert(
      fc.property(kinds, days, (kind, day) => {
        const period = periodOf(kind, day);
        expect(within(period, day)).toBe(true);
        expect(within(nextPeriod(period), day)).toBe(false);
        expect(within(nextPeriod(period, -1), day)).toBe(false);
        expect(periodOf(kind, period.endsOn)).toEqual(period);
      }),
    );
  });

  test('is followed without a gap', () => {
    fc.assert(
      fc.property(kinds, days, fc.integer({ min: -40, max: 40 }), (kind, day, count) => {
        const period = periodOf(kind, day);
        expect(nextPeriod(period).startsOn).toBe(addDays(period.endsOn, 1));
        expect(nextPeriod(nextPeriod(period, count), -count)).toEqual(period);
      }),
    );
  });

  test('starts where its kind starts', () => {
    const day = parseDay('2026-11-22');
    expect([startOfMonth(day), startOfQuarter(day), startOfYear(day)]).toEqual(['2026-11-01', '2026-10-01', '2026-01-01']);
  });
});

test('the periods between two days cover both and touch each other', () => {
  const quarters = periodsBetween('quarter', parseDay('2025-12-31'), parseDay('2026-07-01'));
  expect(quarters.map((quarter) => quarter.startsOn)).toEqual(['2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01']);
  expect(periodsBetween('month', parseDay('2026-07-02'), parseDay('2026-07-01'))).toEqual([]);
});
