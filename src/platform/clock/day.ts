import { wallTime } from './wall-clock.ts';

/** A calendar day as `YYYY-MM-DD`, years 0001–9999, with no hour and no zone. Days compare and sort as text does. */
export type Day = string & { readonly [dayBrand]: true };
declare const dayBrand: unique symbol;

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Whether `text` names a day that exists: `2028-02-29` does, `2026-02-30` and `2026-2-3` do not. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, dayOfMonth] = fields(text as Day);
  return year >= 1 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= lengthOf(year, month);
}

/** The day that `text` names. Throws RangeError when there is none; for what people typed, ask `isDay` first. */
export function parseDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`"${text}" is not a day of the calendar: write YYYY-MM-DD`);
  return text;
}

/** The day on the wall calendar of `zone` (IANA name, such as `America/Bogota`) at `instant`. */
export function dayIn(instant: Date, zone: string): Day {
  return parseDay(wallTime(instant, zone).slice(0, 10));
}

export function addDays(day: Day, days: number): Day {
  return dayOf(numberOf(day) + days);
}

/** The same day `months` later, or the last of that month when it is shorter: 31 January + 1 is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, dayOfMonth] = fields(day);
  const passed = year * 12 + month - 1 + months;
  const to = Math.floor(passed / 12);
  const of = passed - to * 12 + 1;
  return written(to, of, Math.min(dayOfMonth, lengthOf(to, of)));
}

/** The last day of the month that `day` lies in. */
export function lastOfMonth(day: Day): Day {
  const [year, month] = fields(day);
  return written(year, month, lengthOf(year, month));
}

/** Days to walk from `from` to `to`: 0 when equal, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

export function weekday(day: Day): Weekday {
  // Day 0 was a Thursday.
  return (((((numberOf(day) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/*
 * Boards walk tens of thousands of days, so a day is arithmetic on whole numbers and never a Date.
 */

function fields(day: Day): [year: number, month: number, dayOfMonth: number] {
  return [digits(day, 0, 4), digits(day, 5, 7), digits(day, 8, 10)];
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}

/** Days since 1 January 1970 (Hinnant, «chrono-compatible low-level date algorithms», days_from_civil). */
function numberOf(day: Day): number {
  const year = digits(day, 0, 4);
  const month = digits(day, 5, 7);
  const dayOfMonth = digits(day, 8, 10);
  const from = month <= 2 ? year - 1 : year;
  const era = Math.floor(from / 400);
  const ofEra = from - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

/** The way back: civil_from_days of the same. */
function dayOf(number: number): Day {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return written(year, month, ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1);
}

function lengthOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function written(year: number, month: number, dayOfMonth: number): Day {
  if (!(year >= 1 && year <= 9999)) throw new RangeError('the calendar goes from the year 1 to the year 9999');
  return `${year >= 1000 ? year : String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}` as Day;
}
