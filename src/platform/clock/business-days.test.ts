import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBusinessDays, businessDaysBetween, isBusinessDay, nextBusinessDay } from './business-days.ts';
import { addDays, type Day, parseDay, weekday } from './day.ts';

const start = parseDay('2026-01-01');
const days = fc.integer({ min: 0, max: 4000 }).map((offset) => addDays(start, offset));
const counts = fc.integer({ min: 0, max: 90 });
/** Weekends, and one day in so many besides. */
const calendars = fc.integer({ min: 2, max: 40 }).map((every) => {
  return (day: Day) => weekday(day) > 5 || Number(day.replaceAll('-', '')) % every === 0;
});
const weekends = (day: Day) => weekday(day) > 5;

describe('a term of business days', () => {
  test('has its first day on the business day after, from a Friday and from the Saturday alike', () => {
    expect(addBusinessDays(parseDay('2026-11-20'), 1, weekends)).toBe('2026-11-23');
    expect(addBusinessDays(parseDay('2026-11-21'), 1, weekends)).toBe('2026-11-23');
  });

  test('of no days ends where it starts', () => {
    expect(addBusinessDays(parseDay('2026-11-21'), 0, weekends)).toBe('2026-11-21');
  });

  test('ends on a business day, as many away as it has', () => {
    fc.assert(
      fc.property(days, counts, calendars, (day, count, nonWorking) => {
        const end = addBusinessDays(day, count + 1, nonWorking);
        expect(isBusinessDay(end, nonWorking)).toBe(true);
        expect(businessDaysBetween(day, end, nonWorking)).toBe(count + 1);
        expect(businessDaysBetween(end, day, nonWorking)).toBe(-count - 1);
      }),
    );
  });

  test('in two parts is the same as in one', () => {
    fc.assert(
      fc.property(days, counts, counts, calendars, (day, a, b, nonWorking) => {
        const inParts = addBusinessDays(addBusinessDays(day, a, nonWorking), b, nonWorking);
        expect(inParts).toBe(addBusinessDays(day, a + b, nonWorking));
      }),
    );
  });

  test('counted back from a business day returns to it', () => {
    fc.assert(
      fc.property(days, counts, calendars, (day, count, nonWorking) => {
        const from = nextBusinessDay(day, nonWorking);
        expect(addBusinessDays(addBusinessDays(from, count, nonWorking), -count, nonWorking)).toBe(from);
      }),
    );
  });

  test('is never shorter than in calendar days, nor made shorter by one more holiday', () => {
    fc.assert(
      fc.property(days, counts, calendars, (day, count, nonWorking) => {
        const end = addBusinessDays(day, count, nonWorking);
        expect(end >= addBusinessDays(day, count, weekends)).toBe(true);
        expect(end >= addDays(day, count)).toBe(true);
      }),
    );
  });

  test('is refused in fractions, and where nobody ever works', () => {
    expect(() => addBusinessDays(start, 1.5, weekends)).toThrow(RangeError);
    expect(() => addBusinessDays(start, 1, () => true)).toThrow(/working calendar/);
  });
});

test('the next business day is the day itself or the first after a pause', () => {
  fc.assert(
    fc.property(days, calendars, (day, nonWorking) => {
      const next = nextBusinessDay(day, nonWorking);
      expect(isBusinessDay(next, nonWorking)).toBe(true);
      expect(next === day || businessDaysBetween(day, next, nonWorking) === 1).toBe(true);
      expect(next === day).toBe(!nonWorking(day));
    }),
  );
});
