import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, type Day, daysBetween, dayIn, isDay, parseDay, weekday } from './day.ts';

const days = fc.integer({ min: -250_000, max: 250_000 }).map((offset) => addDays(parseDay('2000-01-01'), offset));

describe('a day', () => {
  test.each(['2026-01-01', '2028-02-29', '2000-02-29', '0001-01-01', '0099-12-31', '9999-12-31'])('is %s', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  test.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '2026-1-1',
    '0000-01-01',
    '+012026-01-01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '٢٠٢٦-٠١-٠١',
    '',
  ])('is not %j', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => parseDay(text)).toThrow(RangeError);
  });

  test('exists as often as the calendar of the runtime says', () => {
    const field = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), field, field, (year, month, day) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        expect(isDay(`${year}-${two(month)}-${two(day)}`)).toBe(exists);
      }),
    );
  });

  test('sorts as text in the order of time', () => {
    fc.assert(fc.property(days, days, (a, b) => a < b === daysBetween(a, b) > 0));
  });
});

describe('the day in a zone', () => {
  test.each([
    ['2026-01-01T04:59:59.999Z', 'America/Bogota', '2025-12-31'],
    ['2026-01-01T05:00:00.000Z', 'America/Bogota', '2026-01-01'],
    ['2026-01-01T05:00:00.000Z', 'UTC', '2026-01-01'],
    ['2026-03-01T15:00:00.000Z', 'Asia/Tokyo', '2026-03-02'],
    ['2026-03-29T00:59:59.000Z', 'Europe/Madrid', '2026-03-29'],
  ])('at %s in %s is %s', (instant, zone, day) => {
    expect(dayIn(new Date(instant), zone)).toBe(day);
  });

  test('in Bogotá is the day of five hours earlier in UTC, all year round', () => {
    const instants = fc.date({ min: new Date('1994-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (instant) => {
        const earlier = new Date(instant.getTime() - 5 * 3_600_000).toISOString().slice(0, 10);
        expect(dayIn(instant, 'America/Bogota')).toBe(earlier);
      }),
    );
  });

  test('is refused for a zone that does not exist', () => {
    expect(() => dayIn(new Date(), 'America/Macondo')).toThrow(RangeError);
  });
});

describe('walking the calendar', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-01-20', 1, '2026-02-20'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2028-02-29', 12, '2029-02-28'],
    ['0001-01-31', 1, '0001-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(parseDay(from), months)).toBe(to);
  });

  test('months clamp to the last day and never spill into the next month', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const moved = addMonths(day, months);
        expect(monthIndex(moved) - monthIndex(day)).toBe(months);
        const clamped = moved.slice(8) !== day.slice(8);
        if (clamped) expect(addDays(moved, 1).slice(8)).toBe('01');
      }),
    );
  });

  test('days added are the days between', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -9999, max: 9999 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });

  test('weekdays go round from Monday, 1, to Sunday, 7', () => {
    expect(weekday(parseDay('2026-11-22'))).toBe(7);
    expect(weekday(parseDay('2026-11-23'))).toBe(1);
    fc.assert(fc.property(days, (day) => weekday(addDays(day, 1)) === (weekday(day) % 7) + 1));
  });

  test('stops at the ends of the calendar', () => {
    expect(() => addDays(parseDay('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addMonths(parseDay('0001-01-01'), -1)).toThrow(RangeError);
    expect(() => addDays(parseDay('2026-01-01'), Number.NaN)).toThrow(RangeError);
  });
});

function monthIndex(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

function two(field: number): string {
  return String(field).padStart(2, '0');
}
