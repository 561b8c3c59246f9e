import { addDays, type Day } from './day.ts';

/** Tells whether nobody works on a day: weekend, holiday, or a day of the institution's own. */
export type NonWorking = (day: Day) => boolean;

export function isBusinessDay(day: Day, nonWorking: NonWorking): boolean {
  return !nonWorking(day);
}

/**
 * The day on which a term of `count` business days ends. Day 1 is the first business day after `day`, whether `day`
 * is one or not (Ley 4 de 1913, art. 62). Zero answers `day` itself; a negative count goes back.
 */
export function addBusinessDays(day: Day, count: number, nonWorking: NonWorking): Day {
  if (!Number.isInteger(count)) throw new RangeError(`a term is a whole number of business days, not ${count}`);
  const step = count < 0 ? -1 : 1;
  let end = day;
  for (let left = Math.abs(count); left > 0; left -= 1) end = firstBusinessDay(addDays(end, step), step, nonWorking);
  return end;
}

/** Business days after `from` up to and with `to`: `addBusinessDays(from, n)` is n away. Negative when `to` is earlier. */
export function businessDaysBetween(from: Day, to: Day, nonWorking: NonWorking): number {
  if (to < from) return -businessDaysBetween(to, from, nonWorking);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (!nonWorking(day)) count += 1;
  }
  return count;
}

/** `day`, or the first business day after it: where a term in months or years ends (Ley 4 de 1913, art. 62). */
export function nextBusinessDay(day: Day, nonWorking: NonWorking): Day {
  return firstBusinessDay(day, 1, nonWorking);
}

const LONGEST_PAUSE = 366;

function firstBusinessDay(day: Day, step: 1 | -1, nonWorking: NonWorking): Day {
  let candidate = day;
  for (let tried = 0; tried < LONGEST_PAUSE; tried += 1) {
    if (!nonWorking(candidate)) return candidate;
    candidate = addDays(candidate, step);
  }
  throw new RangeError(`nobody works for a whole year from ${day}: look at the working calendar`);
}
