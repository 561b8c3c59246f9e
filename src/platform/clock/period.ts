import { addMonths, type Day, lastOfMonth } from './day.ts';

/** A stretch of the calendar with both its ends inside. */
export interface Period {
  kind: PeriodKind;
  startsOn: Day;
  endsOn: Day;
}

export type PeriodKind = keyof typeof MONTHS;

const MONTHS = { month: 1, quarter: 3, year: 12 };

/** The calendar month, quarter or year that `day` lies in. */
export function periodOf(kind: PeriodKind, day: Day): Period {
  return periodFrom(kind, starts[kind](day));
}

/** The period after `period`, or `count` after it; negative counts go back. */
export function nextPeriod(period: Period, count = 1): Period {
  return periodFrom(period.kind, addMonths(period.startsOn, count * MONTHS[period.kind]));
}

/** The periods of a kind that `from`–`to` touches, in order; none when `to` is before `from`. */
export function periodsBetween(kind: PeriodKind, from: Day, to: Day): Period[] {
  const periods: Period[] = [];
  if (to < from) return periods;
  for (let period = periodOf(kind, from); period.startsOn <= to; period = nextPeriod(period)) periods.push(period);
  return periods;
}

export function within(period: { startsOn: Day; endsOn: Day }, day: Day): boolean {
  return period.startsOn <= day && day <= period.endsOn;
}

export function startOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01` as Day;
}

export function startOfQuarter(day: Day): Day {
  const past = (Number(day.slice(5, 7)) - 1) % MONTHS.quarter;
  return addMonths(startOfMonth(day), -past);
}

export function startOfYear(day: Day): Day {
  return `${day.slice(0, 4)}-01-01` as Day;
}

const starts = { month: startOfMonth, quarter: startOfQuarter, year: startOfYear };

function periodFrom(kind: PeriodKind, startsOn: Day): Period {
  return { kind, startsOn, endsOn: lastOfMonth(addMonths(startsOn, MONTHS[kind] - 1)) };
}
