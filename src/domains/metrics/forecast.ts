import { addDays, daysBetween, type Day } from '#platform/clock/day.ts';
import type { Point } from './points.ts';

/** Where a sum ends at the present pace, and the band in which it falls four times in five. */
export interface Forecast {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

interface Stretch {
  readonly startsOn: Day;
  readonly endsOn: Day;
}

// Fewer points or less of the period passed say nothing of the rest of it.
const fewestPoints = 3;
const leastPassed = 0.25;

/** Normal deviate of the 80 % band. */
const deviate = 1.2816;

/** The end of the window at the pace so far; null when it is too early to say, or over. Bounds are never below what there is. */
export function forecastOf(window: Stretch, points: readonly Point[], asOf: Day): Forecast | null {
  const passed = days(window.startsOn, asOf);
  const left = daysBetween(asOf, window.endsOn);
  if (points.length < fewestPoints || left <= 0 || passed / (passed + left) < leastPassed) return null;
  const so = points.reduce((sum, { value }) => sum + value, 0);
  const pace = so / passed;
  const value = so + pace * left;
  // Each period against what the pace would give it; what is left scatters as the square root of its periods.
  const residuals = points.map((point) => point.value - pace * days(point.startsOn, point.endsOn < asOf ? point.endsOn : asOf));
  const spread = Math.sqrt(residuals.reduce((sum, residual) => sum + residual ** 2, 0) / (points.length - 1));
  const margin = deviate * spread * Math.sqrt(left / (passed / points.length));
  return { value, low: Math.max(so, value - margin), high: value + margin };
}

const days = (from: Day, to: Day) => daysBetween(from, addDays(to, 1));
