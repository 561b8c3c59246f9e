import { addDays, type Day, daysBetween, weekday } from '#platform/clock/day.ts';
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
  const first = from < activity.startsOn ? activity.startsOn : from;
  const last = to > activity.endsOn ? activity.endsOn : to;
  if (last < first) return [];
  return whole(activity, first, last).map(({ startsOn, endsOn }) => ({
    startsOn: startsOn < activity.startsOn ? activity.startsOn : startsOn,
    endsOn: endsOn > activity.endsOn ? activity.endsOn : endsOn,
  }));
}

/** Uncut, only those that touch `from`–`to`. */
function whole({ startsOn, endsOn, recurrence }: Recurring, from: Day, to: Day): readonly Occurrence[] {
  const kind = calendar[recurrence];
  if (kind) return periodsBetween(kind, from, to);
  const days = weeks[recurrence];
  if (!days) return [{ startsOn, endsOn }];
  const origin = addDays(startsOn, 1 - weekday(startsOn));
  const stretches: Occurrence[] = [];
  for (let start = addDays(origin, Math.floor(daysBetween(origin, from) / days) * days); start <= to; start = addDays(start, days)) {
    stretches.push({ startsOn: start, endsOn: addDays(start, days - 1) });
  }
  return stretches;
}

/** The last period of a kind that ended before `today`. */
export function lastEnded(kind: PeriodKind, today: Day): Period {
  const [current] = periodsBetween(kind, today, today);
  return nextPeriod(current!, -1);
}
