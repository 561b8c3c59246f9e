import type { NonWorking } from '#platform/clock/business-days.ts';
import { type Day, weekday } from '#platform/clock/day.ts';
import type { Holiday } from './holidays.ts';

/**
 * When the institution does not work: Sundays, Saturdays unless it works them, the holidays of the year, and the days
 * that its own acts declare (día cívico, suspensión de términos).
 */
export function nonWorking(
  holidaysOf: (year: number) => readonly Holiday[],
  ownDays: Iterable<Day>,
  { worksSaturdays = false }: { worksSaturdays?: boolean } = {},
): NonWorking {
  const own = new Set(ownDays);
  const lastWorkday = worksSaturdays ? 6 : 5;
  return (day) => weekday(day) > lastWorkday || own.has(day) || holidaysOf(Number(day.slice(0, 4))).some((holiday) => holiday.day === day);
}
