import type { Day } from '#platform/clock/day.ts';
import { addDays, addMonths } from '#platform/clock/day.ts';
import { periodsBetween, type PeriodKind } from '#platform/clock/period.ts';
import { chance } from './chance.ts';
import type { Goal } from './data.ts';
import type { Times } from './times.ts';

/** What was measured for one period that has ended; `back` counts the periods from the last one, which is 1. */
export interface PeriodValue {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly value: number;
  readonly back: number;
}

// Elections, holidays and the year's end: fewer things are made in January and December.
const seasons = [0.82, 0.94, 1.04, 0.98, 1.05, 1.02, 0.97, 1.06, 1.08, 1.05, 1.03, 0.9];

/** The figures of an indicator for the periods that ended between `from` and today, oldest first. */
export function figuresOf(code: string, goal: Goal, kind: PeriodKind, times: Times, from: Day): PeriodValue[] {
  const ended = periodsBetween(kind, from, times.today).filter(
    ({ startsOn, endsOn }) => endsOn < times.today && startsOn >= times.plan.startsOn,
  );
  const dips = new Map(ended.map((period, at) => [period.startsOn, goal.dips?.[ended.length - at] ?? 1]));
  return ended.flatMap(({ startsOn, endsOn }, at): PeriodValue[] => {
    const back = ended.length - at;
    const value = goal.level ? goal.level.at(-back) : made(code, goal, kind, times, startsOn, dips);
    return value === undefined ? [] : [{ startsOn, endsOn, value, back }];
  });
}

/** The strategy of each year is measured once, in the year, when it is adopted. */
export function yearlyFigures(times: Times, on: string): (PeriodValue & { readonly taken: Day })[] {
  return periodsBetween('year', times.plan.startsOn, times.today).flatMap(({ startsOn, endsOn }) => {
    const taken = sameDayIn(startsOn.slice(0, 4), times.day(on));
    return times.passed(taken) && taken > addDays(times.plan.startsOn, 30) ? [{ startsOn, endsOn, value: 1, back: 0, taken }] : [];
  });
}

export function sameDayIn(year: string, day: Day): Day {
  return addMonths(day, (Number(year) - Number(day.slice(0, 4))) * 12);
}

function made(code: string, goal: Goal, kind: PeriodKind, times: Times, startsOn: Day, dips: ReadonlyMap<Day, number>): number | undefined {
  const year = [-2, -1, 0].find((count) => times.cycle(count).startsOn <= startsOn && startsOn <= times.cycle(count).endsOn);
  if (year === undefined) return undefined;
  const periods = periodsBetween(kind, times.cycle(year).startsOn, times.cycle(year).endsOn);
  const place = periods.findIndex((period) => period.startsOn === startsOn);
  if (goal.each) return goal.each[year + 2]?.[place];
  const target = goal.targets[year + 2];
  const whole = (target ?? 0) * (goal.pace?.[year + 2] ?? 1);
  if (target === null || whole === 0) return undefined;
  const weights = periods.map(
    (period) =>
      seasons[Number(period.startsOn.slice(5, 7)) - 1]! * (0.86 + 0.28 * chance(code, period.startsOn)) * (dips.get(period.startsOn) ?? 1),
  );
  const share = (count: number) =>
    weights.slice(0, count).reduce((sum, weight) => sum + weight, 0) / weights.reduce((sum, weight) => sum + weight, 0);
  // Rounded on what is accumulated, so that the year adds up.
  return Math.round(whole * share(place + 1)) - Math.round(whole * share(place));
}
