import type { NonWorking } from './business-days.ts';
import { addDays, dayIn, type Day } from './day.ts';
import { wallClock } from './wall-clock.ts';

/** When an office of the State works on a business day: 8 to 12 and 2 to 6, its usual hours of attention. */
const spans: readonly (readonly [from: string, to: string])[] = [
  ['08:00', '12:00'],
  ['14:00', '18:00'],
];

const longest = 366;

/** Hours at work between two instants, to the tenth: those of business days, by the wall clock of `zone`. At most a year is counted. */
export function workingHoursBetween(from: Date, to: Date, nonWorking: NonWorking, zone: string): number {
  const last = dayIn(to, zone);
  let milliseconds = 0;
  let day: Day = dayIn(from, zone);
  for (let counted = 0; day <= last && counted < longest; counted += 1, day = addDays(day, 1)) {
    if (nonWorking(day)) continue;
    for (const [opens, closes] of spans) {
      const start = Math.max(from.getTime(), wallClock(`${day}T${opens}`, zone).getTime());
      const end = Math.min(to.getTime(), wallClock(`${day}T${closes}`, zone).getTime());
      milliseconds += Math.max(0, end - start);
    }
  }
  return Math.round(milliseconds / 360_000) / 10;
}
