import type { Day } from '#platform/clock/day.ts';
import type { Addition } from '#domains/plan/index.ts';

/** What was counted in a month, or measured for a period: in order, no two of one period. */
export interface Point {
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** The sum of the amounts; of a reading, its value. */
  readonly value: number;
  /** How many facts; 1 for a reading. */
  readonly entries: number;
  /** When it was last counted or measured. */
  readonly lastOn: Day;
}

/**
 * The value of several points together. Sums add. What reads itself is added up from its facts: a ratio in percent, an average.
 * A ratio, average, percentile or state taken by hand cannot be added: the last one is how it stands.
 */
export function combined(points: readonly Point[], addsUp: Addition, own: boolean): number | null {
  const last = points.at(-1);
  if (addsUp === 'sum') return last || own ? total(points, 'value') : null;
  if (!last) return null;
  if (!own || addsUp === 'last' || addsUp === 'percentile') return last.value;
  const entries = total(points, 'entries');
  if (entries === 0) return null;
  return (total(points, 'value') / entries) * (addsUp === 'ratio' ? 100 : 1);
}

const total = (points: readonly Point[], part: 'value' | 'entries') => points.reduce((sum, point) => sum + point[part], 0);
