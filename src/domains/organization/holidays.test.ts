import { describe, expect, test } from 'vitest';
import { addDays, type Day, parseDay, weekday } from '#platform/clock/day.ts';
import published from '#test/fixtures/holidays-co.json' with { type: 'json' };
import { HOLIDAY_YEARS, holidaysOf } from './holidays.ts';

const everyYear = Array.from({ length: HOLIDAY_YEARS.last - HOLIDAY_YEARS.first + 1 }, (_, i) => HOLIDAY_YEARS.first + i);

describe('the national holidays', () => {
  test.each(Object.entries(published.years))('of %s are those of an independent list', (year, list) => {
    const holidays = holidaysOf(Number(year)).map((holiday) => ({ ...holiday, name: holiday.name.es }));
    expect(byDay(holidays)).toEqual(byDay(list));
  });

  test.each(everyYear.filter((year) => year >= 2020 && year <= 2035))('of %i follow the rules of the law', (year) => {
    expect(holidaysOf(year).map((holiday) => holiday.day)).toEqual(byTheLaw(year));
  });

  test('are 18 until 2025 and 19 from 2026, in order, each named in both languages, in every year', () => {
    for (const year of everyYear) {
      const holidays = holidaysOf(year);
      const days = holidays.map((holiday) => holiday.day);
      expect(days).toEqual(byTheLaw(year));
      expect(new Set(holidays.map((holiday) => holiday.key)).size).toBe(year < 2026 ? 18 : 19);
      expect(holidays.every((holiday) => holiday.nominal <= holiday.day && holiday.day.startsWith(`${year}-`))).toBe(true);
      expect(holidays.every((holiday) => holiday.name.es && holiday.name.en)).toBe(true);
    }
  });

  test('have Chiquinquirá from 2026 on', () => {
    expect(keysOn('2025-07-14')).toEqual([]);
    expect(keysOn('2026-07-13')).toEqual(['virgen-chiquinquira']);
    expect(keysOn('2027-07-12')).toEqual(['virgen-chiquinquira']);
  });

  test('stay on their own day when it is a Monday', () => {
    expect(keysOn('2026-10-12')).toEqual(['dia-de-la-raza']);
    expect(keysOn('2027-11-01')).toEqual(['todos-los-santos']);
  });

  test('keep a fixed day on a Sunday, with none in exchange', () => {
    expect(keysOn('2024-12-08')).toEqual(['inmaculada-concepcion']);
    expect(keysOn('2024-12-09')).toEqual([]);
  });

  test('may be two on one day', () => {
    expect(keysOn('2025-06-30')).toEqual(['sagrado-corazon', 'san-pedro-san-pablo']);
    expect(keysOn('2030-07-01')).toHaveLength(2);
  });

  test('leave Easter Sunday out', () => {
    expect(keysOn('2026-04-05')).toEqual([]);
  });

  test('are computed once a year', () => {
    expect(holidaysOf(2026)).toBe(holidaysOf(2026));
  });

  test.each([1983, 2200, 2026.5, Number.NaN])('are refused for %d', (year) => {
    expect(() => holidaysOf(year)).toThrow(RangeError);
  });
});

function keysOn(day: string): string[] {
  const year = Number(day.slice(0, 4));
  return holidaysOf(year)
    .filter((holiday) => holiday.day === day)
    .map((holiday) => holiday.key);
}

function byDay<T extends { day: string; nominal: string }>(list: readonly T[]): T[] {
  return list.toSorted((a, b) => `${a.day}${a.nominal}`.localeCompare(`${b.day}${b.nominal}`));
}

/** Ley 51 de 1983 and Ley 2578 de 2026, from nothing but arithmetic. */
function byTheLaw(year: number): Day[] {
  const on = (date: string) => parseDay(`${year}-${date}`);
  const monday = (day: Day) => addDays(day, (8 - weekday(day)) % 7);
  const easter = easterSunday(year);
  const fixed = ['01-01', '05-01', '07-20', '08-07', '12-08', '12-25'].map(on);
  const moved = ['01-06', '03-19', '06-29', '08-15', '10-12', '11-01', '11-11'].map(on);
  if (year >= 2026) moved.push(on('07-09'));
  const paschal = [39, 60, 68].map((days) => addDays(easter, days));
  return [...fixed, addDays(easter, -3), addDays(easter, -2), ...[...moved, ...paschal].map(monday)].toSorted();
}

/** The Gregorian computus of Meeus, Jones and Butcher. */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return parseDay(`${year}-0${month}-${String(day).padStart(2, '0')}`);
}
