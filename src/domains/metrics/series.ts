import { addMonths, type Day, daysBetween } from '#platform/clock/day.ts';
import { periodsBetween } from '#platform/clock/period.ts';
import { dueOn, targetOn, type Figure, type Measured } from './figures.ts';
import { combined, type Point } from './points.ts';
import { lightOf, percentOf, type Light } from './traffic-light.ts';

/** One month, quarter or year of an indicator. */
export interface PeriodFigure {
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** Whether today lies in it. */
  readonly open: boolean;
  /** What was counted in it; null when nothing was measured. */
  readonly value: number | null;
  /** Sums: all since the target's period began; anything else: the value. */
  readonly accumulated: number | null;
  /** What it should be at its end. */
  readonly due: number | null;
  readonly percentOfDue: number | null;
  readonly light: Light;
}

/** An indicator by periods of its own frequency, from the first day of its figure's window up to today. */
export function seriesOf(
  indicator: Measured,
  points: readonly Point[],
  figure: Pick<Figure, 'startsOn' | 'endsOn' | 'light'>,
  today: Day,
): PeriodFigure[] {
  const last = figure.endsOn < today ? figure.endsOn : today;
  return periodsBetween(indicator.frequency!, figure.startsOn, last).map(({ startsOn, endsOn }) => {
    const own = points.filter((point) => point.startsOn >= startsOn && point.endsOn <= endsOn);
    const value = own.length > 0 || (indicator.own && indicator.addsUp === 'sum') ? combined(own, indicator) : null;
    const before = points.filter((point) => point.startsOn >= figure.startsOn && point.endsOn <= endsOn);
    const accumulated = value === null ? null : indicator.addsUp === 'sum' ? combined(before, indicator) : value;
    const target = targetOn(indicator.targets, endsOn) ?? targetOn(indicator.targets, startsOn);
    const due = target ? dueOn(target, indicator, endsOn) : null;
    const percentOfDue = accumulated !== null && due !== null ? percentOf(accumulated, due, indicator.direction!) : null;
    const open = startsOn <= today && today <= endsOn;
    return {
      startsOn,
      endsOn,
      open,
      value,
      accumulated,
      due,
      percentOfDue,
      light: open && accumulated !== null ? figure.light : lightOf({ percentOfDue }),
    };
  });
}

/** The year before the figure's window, by the same periods: empty when the window is longer than a year, or nothing was measured in it. */
export function pastOf(
  indicator: Measured,
  points: readonly Point[],
  { startsOn, endsOn }: Pick<Figure, 'startsOn' | 'endsOn'>,
): PeriodFigure[] {
  if (daysBetween(startsOn, endsOn) > 366) return [];
  const window = { startsOn: addMonths(startsOn, -12), endsOn: addMonths(endsOn, -12), light: 'none' as const };
  const inside = points.filter((point) => point.startsOn >= window.startsOn && point.endsOn <= window.endsOn);
  return inside.length === 0 ? [] : seriesOf(indicator, inside, window, window.endsOn);
}
