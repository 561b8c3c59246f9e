import { addDays, daysBetween, type Day } from '#platform/clock/day.ts';
import { nextPeriod, periodOf } from '#platform/clock/period.ts';
import type { Measured as Period, Row, Taken } from '#domains/plan/index.ts';
import type { Overdue } from './figures.ts';

/** Days after a period's end within which its reading is taken. */
export const readingDays = 10;

/**
 * The reading of the last period that ended, when it was not taken in time. Nothing is owed of what ended before the plan came
 * into force; a reading that waits for a second person was taken.
 */
export function overdueReading(
  { frequency }: Pick<Row, 'frequency'>,
  taken: readonly Period<Taken>[],
  since: Day,
  today: Day,
): Overdue | null {
  const { startsOn, endsOn } = nextPeriod(periodOf(frequency!, today), -1);
  if (endsOn < since) return null;
  const period = taken.find(({ all }) => all[0]!.startsOn === startsOn);
  if (period?.counts || period?.pending) return null;
  const daysLate = daysBetween(addDays(endsOn, readingDays), today);
  return daysLate > 0 ? { startsOn, endsOn, daysLate } : null;
}
