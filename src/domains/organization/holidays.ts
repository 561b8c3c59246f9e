import Holidays from 'date-holidays';
import { type Day, parseDay } from '#platform/clock/day.ts';
import { NATIONAL_HOLIDAYS } from './national-holidays.ts';

/** A national holiday of Colombia in one year. */
export interface Holiday {
  /** The day on which nobody works. */
  day: Day;
  /** Its date before the law carries it to a Monday. */
  nominal: Day;
  key: string;
  name: { es: string; en: string };
  norm: string;
}

/** Ley 51 de 1983 rules from 1984 on; 2199 is as far as the Easter computation is tested. */
export const HOLIDAY_YEARS = { first: 1984, last: 2199 };

/**
 * The national holidays of a year in order of day: 18, and 19 from 2026. Two may share a day (2025-06-30).
 * Throws RangeError outside `HOLIDAY_YEARS`. Source: Ley 51 de 1983; Ley 2578 de 2026, art. 6.
 */
export function holidaysOf(year: number): readonly Holiday[] {
  const known = years.get(year);
  if (known) return known;
  const { first, last } = HOLIDAY_YEARS;
  if (!Number.isInteger(year) || year < first || year > last) {
    throw new RangeError(`holidays are known from ${first} to ${last}, not for ${year}`);
  }
  const holidays = Object.freeze(calendar().getHolidays(year).filter(isNational).map(describe));
  years.set(year, holidays);
  return holidays;
}

const years = new Map<number, readonly Holiday[]>();
let corrected: Holidays | undefined;

/** The library's Colombia with the holiday of Chiquinquirá, which older releases of it lack. */
function calendar(): Holidays {
  if (corrected) return corrected;
  corrected = new Holidays('CO', { types: ['public'] });
  corrected.setHoliday('monday after 07-09 since 2026', { name: { es: 'Virgen de Chiquinquirá' }, type: 'public' });
  return corrected;
}

/** The library lists Easter Sunday as a public holiday; no law of Colombia does. */
function isNational(found: { rule: string }): boolean {
  return found.rule !== 'easter';
}

function describe(found: { date: string; rule: string }): Holiday {
  const law = NATIONAL_HOLIDAYS.find((holiday) => holiday.rule === found.rule);
  if (!law) throw new Error(`date-holidays has a holiday that national-holidays.ts does not describe: ${found.rule}`);
  const day = parseDay(found.date.slice(0, 10));
  return { day, nominal: law.nominal(Number(day.slice(0, 4)), day), key: law.key, name: law.name, norm: law.norm };
}
