import { daysBetween, type Day } from '#platform/clock/day.ts';
import type { Row, Target } from '#domains/plan/index.ts';
import { forecastOf, type Forecast } from './forecast.ts';
import { type Adding, combined, type Point } from './points.ts';
import { bounded, type Advance } from './roll-up.ts';
import { lightOf, percentOf, type Light } from './traffic-light.ts';

export type Measured = Pick<Row, 'direction' | 'addsUp' | 'frequency' | 'targets'> & Adding;

/** A reading that is owed and was not taken in time. */
export interface Overdue {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly daysLate: number;
}

/** How an indicator stands on a day, within the period of its target or, without one, the calendar year. */
export interface Figure {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly target: number | null;
  readonly value: number | null;
  /** The day up to which the value speaks: today when it reads itself, the end of the last reading else. */
  readonly asOf: Day | null;
  /** What the value should be by `asOf`. */
  readonly due: number | null;
  readonly percentOfDue: number | null;
  readonly fulfilled: boolean;
  readonly light: Light;
  readonly forecast: Forecast | null;
  readonly lastOn: Day | null;
  readonly overdue: Overdue | null;
  /** Its part in the progress of its activity; null when it cannot be measured. */
  readonly advance: Advance | null;
}

export function figureOf(indicator: Measured, points: readonly Point[], today: Day, overdue: Overdue | null = null): Figure {
  const target = targetOn(indicator.targets, today);
  const window = target ?? { startsOn: `${today.slice(0, 4)}-01-01` as Day, endsOn: `${today.slice(0, 4)}-12-31` as Day };
  const inside = points.filter(({ startsOn, endsOn }) => endsOn >= window.startsOn && startsOn <= window.endsOn);
  const value = combined(inside, indicator);
  const asOf = value === null ? null : earlier(indicator.own ? today : earlier(inside.at(-1)!.endsOn, today), window.endsOn);
  const due = target && asOf ? dueOn(target, indicator, asOf) : null;
  const percentOfDue = value !== null && due !== null ? percentOf(value, due, indicator.direction!) : null;
  const fulfilled = isFulfilled(indicator, target, value);
  return {
    startsOn: window.startsOn,
    endsOn: window.endsOn,
    target: target?.value ?? null,
    value,
    asOf,
    due,
    percentOfDue,
    fulfilled,
    overdue,
    light: lightOf({ percentOfDue, fulfilled, overdue: overdue !== null }),
    forecast: value !== null && asOf !== null && !overdue && indicator.addsUp === 'sum' ? forecastOf(window, inside, asOf) : null,
    lastOn: inside.at(-1)?.lastOn ?? points.at(-1)?.lastOn ?? null,
    advance: advanceOf(indicator, target, value, percentOfDue, fulfilled, asOf, today),
  };
}

/** The target whose period holds the day: the longest, when a year's and a quarter's both do. */
export function targetOn(targets: readonly Target[], day: Day): Target | null {
  return (
    targets
      .filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)
      .toSorted((one, other) => daysBetween(other.startsOn, other.endsOn) - daysBetween(one.startsOn, one.endsOn))[0] ?? null
  );
}

/** What a target asks by a day: a sum in a straight line through its period, anything else the whole of it at once. */
export function dueOn(target: Target, { addsUp }: Pick<Measured, 'addsUp'>, day: Day): number {
  return addsUp === 'sum' ? target.value * elapsed(target, day) : target.value;
}

/** The part of a stretch that has passed once `day` ends: 0–1. */
export function elapsed({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }, day: Day): number {
  if (day < startsOn) return 0;
  if (day >= endsOn) return 1;
  return (daysBetween(startsOn, day) + 1) / (daysBetween(startsOn, endsOn) + 1);
}

function isFulfilled({ addsUp, direction }: Measured, target: Target | null, value: number | null): boolean {
  return target !== null && value !== null && addsUp === 'sum' && direction === 'up' && value >= target.value;
}

/**
 * A sum that should grow advances by what there is of the target. Anything else is to be kept up all along: it advances with
 * time, in so far as it is as it should.
 */
function advanceOf(
  indicator: Measured,
  target: Target | null,
  value: number | null,
  percentOfDue: number | null,
  fulfilled: boolean,
  asOf: Day | null,
  today: Day,
): Advance | null {
  if (target === null || value === null || percentOfDue === null || asOf === null) return null;
  const due = elapsed(target, today) * 100;
  if (fulfilled) return { progress: 100, due };
  if (indicator.addsUp === 'sum' && indicator.direction === 'up') return { progress: bounded((value / target.value) * 100), due };
  return { progress: bounded(Math.min(100, percentOfDue) * elapsed(target, asOf)), due };
}

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
