import { addDays, type Day, weekday } from '#platform/clock/day.ts';
import { nextPeriod, type Period, periodsBetween, type PeriodKind } from '#platform/clock/period.ts';
import type { Recurrence } from './plan.ts';

/** One time that an activity is owed: done by `endsOn`. It is named by its first day. */
export interface Occurrence {
  readonly startsOn: Day;
  readonly endsOn: Day;
}

export interface Recurring extends Occurrence {
  readonly recurrence: Recurrence;
}

const calendar: Partial<Record<Recurrence, PeriodKind>> = { monthly: 'month', quarterly: 'quarter', yearly: 'year' };
const weeks: Partial<Record<Recurrence, number>> = { weekly: 7, biweekly: 14 };

/**
 * Every time that an activity is owed, in order: once over its whole length, or each week (from Monday), fortnight, calendar
 * month, quarter or year that it touches, cut at its first and last day. `from`–`to` leaves out those that lie wholly outside.
 */
export function occurrences(activity: Recurring, from: Day = activity.startsOn, to: Day = activity.endsOn): Occurrence[] {
  return whole(activity)
    .map(({ startsOn, endsOn }) => ({
      startsOn: startsOn < activity.startsOn ? activity.startsOn : startsOn,
      endsOn: endsOn > activity.endsOn ? activity.endsOn : endsOn,
    }))
    .filter(({ startsOn, endsOn }) => endsOn >= from && startsOn <= to);
}

function whole({ startsOn, endsOn, recurrence }: Recurring): readonly Occurrence[] {
  const kind = calendar[recurrence];
  if (kind) return periodsBetween(kind, startsOn, endsOn);
  const days = weeks[recurrence];
  if (!days) return [{ startsOn, endsOn }];
  const stretches: Occurrence[] = [];
  for (let start = addDays(startsOn, 1 - weekday(startsOn)); start <= endsOn; start = addDays(start, days)) {
    stretches.push({ startsOn: start, endsOn: addDays(start, days - 1) });
  }
  return stretches;
}

/** The last period of a kind that ended before `today`. */
export function lastEnded(kind: PeriodKind, today: Day): Period {
  const [current] = periodsBetween(kind, today, today);
  return nextPeriod(current!, -1);
}
