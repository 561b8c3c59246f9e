import { defaultZone } from '#platform/clock/zone.ts';
import { addDays, dayIn, daysBetween, type Day } from '#platform/clock/day.ts';
import type { Locale } from './locale.ts';

/** Figures, money, days and hours as a person of the country writes them. Days are 'YYYY-MM-DD'; instants are Dates or ISO text. */
export interface Format {
  /** 1.234.567 · 12,5 */
  readonly number: (value: number, decimals?: number) => string;
  /** 78 % with a space that does not break; `value` is 78, not 0.78 */
  readonly percent: (value: number, decimals?: number) => string;
  /** $ 7.600.000 */
  readonly money: (pesos: number) => string;
  /** 21 de noviembre de 2026 */
  readonly day: (day: string) => string;
  /** 5 nov; with the year when it is not that of `today` */
  readonly shortDay: (day: string, today?: string) => string;
  /** sábado 21 de noviembre */
  readonly weekday: (day: string) => string;
  /** sábado */
  readonly dayName: (day: string) => string;
  /** noviembre de 2026 */
  readonly month: (day: string) => string;
  /** 4:00 p. m. */
  readonly time: (instant: Date | string) => string;
  /** 21 de noviembre de 2026, 4:00 p. m. */
  readonly instant: (instant: Date | string) => string;
  /** The zone in which hours are said. */
  readonly zone: string;
  /** hoy, ayer, or the short day of an instant */
  readonly ago: (instant: Date | string, now: Date) => string;
  /** 84 kB */
  readonly size: (bytes: number) => string;
  /** a, b y c */
  readonly list: (words: readonly string[]) => string;
}

const made = new Map<string, Format>();

export function formatIn(locale: Locale, zone: string = defaultZone): Format {
  const key = `${locale} ${zone}`;
  const kept = made.get(key) ?? makeFormat(locale, zone);
  made.set(key, kept);
  return kept;
}

function makeFormat(locale: Locale, zone: string): Format {
  const tag = locale === 'es' ? 'es-CO' : 'en-US';
  const date = (options: Intl.DateTimeFormatOptions, timeZone = 'UTC') => new Intl.DateTimeFormat(tag, { timeZone, ...options });
  const long = date({ day: 'numeric', month: 'long', year: 'numeric' });
  const week = date({ weekday: 'long', day: 'numeric', month: 'long' });
  const dayName = date({ weekday: 'long' });
  const month = date({ month: 'long', year: 'numeric' });
  const shortMonth = date({ month: 'short' });
  const shortMonths = Array.from({ length: 12 }, (_, month) => shortMonth.format(Date.UTC(2000, month)).replace('.', '').slice(0, 3));
  const time = date({ hour: 'numeric', minute: '2-digit', hour12: true }, zone);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const at = (day: string) => new Date(`${day}T00:00:00Z`);
  // One for each number of decimals: to make one costs a hundred times what using it does.
  const numbers = new Map<number, Intl.NumberFormat>();
  const number = (value: number, decimals = 0) => {
    const kept = numbers.get(decimals) ?? new Intl.NumberFormat(tag, { maximumFractionDigits: decimals, useGrouping: 'always' });
    numbers.set(decimals, kept);
    return kept.format(value);
  };

  const shortDay = (day: string, today?: string) => {
    const name = shortMonths[Number(day.slice(5, 7)) - 1]!;
    const text = locale === 'es' ? `${Number(day.slice(8))} ${name}` : `${name} ${Number(day.slice(8))}`;
    return today !== undefined && today.slice(0, 4) !== day.slice(0, 4) ? `${text} ${day.slice(0, 4)}` : text;
  };
  // The runtime separates «4:00» from «p. m.» with odd spaces; people write a plain one that does not break.
  const hour = (instant: Date | string) => time.format(new Date(instant)).replace(/[\s\u202f]+/g, '\u00a0');

  return {
    zone,
    number,
    percent: (value, decimals = 0) => (locale === 'es' ? `${number(value, decimals)}\u00a0%` : `${number(value, decimals)}%`),
    money: (pesos) => `$${locale === 'es' ? '\u00a0' : ''}${number(pesos)}`,
    day: (day) => long.format(at(day)),
    shortDay,
    weekday: (day) => week.format(at(day)).replace(',', ''),
    dayName: (day) => dayName.format(at(day)),
    month: (day) => month.format(at(day)),
    time: hour,
    instant: (instant) => `${long.format(at(dayIn(new Date(instant), zone)))}, ${hour(instant)}`,
    ago: (instant, now) => {
      const day = dayIn(new Date(instant), zone);
      const today = dayIn(now, zone);
      if (day === today) return locale === 'es' ? 'hoy' : 'today';
      if (day === addDays(today, -1)) return locale === 'es' ? 'ayer' : 'yesterday';
      return shortDay(day, today);
    },
    size: (bytes) => {
      const units = ['B', 'kB', 'MB', 'GB'];
      const power = bytes === 0 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
      return `${number(bytes / 1000 ** power, power > 1 ? 1 : 0)}\u00a0${units[power]}`;
    },
    list: (words) => list.format(words),
  };
}

/** Whole days that something is late: 0 when it is not. */
export function daysLate(due: Day, today: Day): number {
  return Math.max(0, daysBetween(due, today));
}
