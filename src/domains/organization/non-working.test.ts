import { describe, expect, test } from 'vitest';
import { addBusinessDays, businessDaysBetween, nextBusinessDay } from '#platform/clock/business-days.ts';
import { addMonths, type Day, parseDay } from '#platform/clock/day.ts';
import { holidaysOf } from './holidays.ts';
import { nonWorking } from './non-working.ts';

const rest = nonWorking(holidaysOf, []);

function due(received: string, days: number): Day {
  return addBusinessDays(parseDay(received), days, rest);
}

function dueInMonths(notified: string, months: number): Day {
  return nextBusinessDay(addMonths(parseDay(notified), months), rest);
}

/** Terms of Ley 1755 de 2015, computed apart from this code. */
describe('a petition is due', () => {
  test.each([
    ['2026-03-17', 15, '2026-04-10'],
    ['2026-06-30', 10, '2026-07-15'],
    ['2026-10-09', 30, '2026-11-25'],
    ['2026-12-01', 10, '2026-12-16'],
    ['2026-12-04', 5, '2026-12-14'],
    ['2026-12-22', 15, '2027-01-15'],
    ['2027-03-19', 10, '2027-04-07'],
    ['2025-05-30', 15, '2025-06-24'],
    ['2026-06-01', 30, '2026-07-17'],
    ['2026-07-11', 10, '2026-07-28'],
    ['2026-11-21', 15, '2026-12-14'],
  ])('received on %s, in %i business days, on %s', (received, days, day) => {
    expect(due(received, days)).toBe(day);
  });

  test.each([
    ['2026-07-11', 10, '2026-07-29'],
    ['2026-11-21', 15, '2026-12-15'],
  ])('one day later when %s is deemed the next business day', (received, days, day) => {
    const deemed = nextBusinessDay(parseDay(received), rest);
    expect(due(deemed, days)).toBe(day);
  });

  test.each([
    ['2026-03-17', 30, '2026-05-04'],
    ['2026-06-30', 20, '2026-07-30'],
    ['2026-10-09', 60, '2027-01-12'],
  ])('extended from %s to the double, %i, on %s', (received, days, day) => {
    expect(due(received, days)).toBe(day);
  });
});

describe('the clock of a petition', () => {
  test('gives copies three days more after silence', () => {
    expect(due('2026-07-15', 3)).toBe('2026-07-21');
  });

  test('goes on with the days left once an incomplete one is completed', () => {
    expect(due('2026-01-14', 15)).toBe('2026-02-04');
    expect(due('2026-01-14', 10)).toBe('2026-01-28');
    const used = businessDaysBetween(parseDay('2026-01-14'), parseDay('2026-01-20'), rest);
    expect(used).toBe(4);
    expect(due('2026-02-16', 15 - used)).toBe('2026-03-03');
  });

  test.each([
    ['2026-01-20', '2026-02-20'],
    ['2026-01-31', '2026-03-02'],
    ['2026-03-31', '2026-04-30'],
  ])('gives who was asked on %s a month, to %s', (notified, day) => {
    expect(dueInMonths(notified, 1)).toBe(day);
  });

  test('starts anew where it is transferred', () => {
    expect(due('2026-08-05', 5)).toBe('2026-08-13');
    expect(due('2026-08-13', 15)).toBe('2026-09-04');
  });

  /** Ley 1581 de 2012, arts. 14 and 15. */
  test.each([
    [10, '2026-11-18'],
    [15, '2026-11-25'],
    [23, '2026-12-07'],
    [2, '2026-11-05'],
    [5, '2026-11-10'],
  ])('runs %i days over personal data received on 2026-11-03, to %s', (days, day) => {
    expect(due('2026-11-03', days)).toBe(day);
  });

  test('gives the questions of a hearing fifteen days', () => {
    expect(due('2026-12-10', 15)).toBe('2027-01-04');
  });
});

describe('the working calendar', () => {
  test.each([
    [2024, 246],
    [2025, 245],
    [2026, 242],
    [2027, 245],
  ])('of %i has %i business days', (year, count) => {
    expect(businessDaysBetween(parseDay(`${year - 1}-12-31`), parseDay(`${year}-12-31`), rest)).toBe(count);
  });

  test('rests on the days that the institution declares', () => {
    const civic = nonWorking(holidaysOf, [parseDay('2026-11-23'), parseDay('2026-11-24')]);
    expect(addBusinessDays(parseDay('2026-11-20'), 1, civic)).toBe('2026-11-25');
  });

  test('has Saturdays only where they are worked, and no Saturday that is a holiday', () => {
    const saturdays = nonWorking(holidaysOf, [], { worksSaturdays: true });
    expect(rest(parseDay('2026-11-21'))).toBe(true);
    expect(saturdays(parseDay('2026-11-21'))).toBe(false);
    expect(saturdays(parseDay('2026-11-22'))).toBe(true);
    expect(saturdays(parseDay('2024-07-20'))).toBe(true);
  });
});
