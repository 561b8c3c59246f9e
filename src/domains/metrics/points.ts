import type { Day } from '#platform/clock/day.ts';
import type { Addition } from '#domains/plan/index.ts';

/** What was counted in a month, or measured for a period: in order, no two of one period. */
export interface Point {
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** The sum of the amounts; of a reading, its value; of a state, how it stood at the end. */
  readonly value: number;
  /** What the value is over, for ratios and averages: of each fact, 1 unless it said otherwise. */
  readonly base: number;
  /** How many facts; 1 for a reading. */
  readonly entries: number;
  /** When it was last counted or measured. */
  readonly lastOn: Day;
  /** How often each amount was counted, the least first: for percentiles alone. */
  readonly spread?: readonly Often[];
}

export interface Often {
  readonly amount: number;
  readonly entries: number;
}

/** How points of an indicator are put together. */
export interface Adding {
  readonly addsUp: Addition | null;
  /** Whether they are what the ledger counted; else readings. */
  readonly own: boolean;
  /** Of a percentile that reads itself: 1–99. */
  readonly percentile?: number;
}

/**
 * The value of several points together. Sums add. What reads itself is added up from its facts: a ratio in percent, an average,
 * a percentile. A ratio, average or percentile taken by hand cannot be added, nor can a state: the last one is how it stands.
 */
export function combined(points: readonly Point[], { addsUp, own, percentile = 50 }: Adding): number | null {
  const last = points.at(-1);
  if (addsUp === 'sum') return last || own ? total(points, 'value') : null;
  if (!last) return null;
  if (!own || addsUp === 'last') return last.value;
  if (addsUp === 'percentile')
    return percentileOf(
      points.map(({ spread }) => spread ?? []),
      percentile,
    );
  const base = total(points, 'base');
  return base === 0 ? null : (total(points, 'value') / base) * (addsUp === 'ratio' ? 100 : 1);
}

const total = (points: readonly Point[], part: 'value' | 'base') => points.reduce((sum, point) => sum + point[part], 0);

/**
 * The amount below which `percent` % of all lie, between two of them in proportion (as percentile_cont of SQL:2003, and method 7
 * of Hyndman and Fan); null of nothing.
 */
export function percentileOf(spreads: readonly (readonly Often[])[], percent: number): number | null {
  const all = spreads.flat().toSorted((one, other) => one.amount - other.amount);
  const count = all.reduce((sum, { entries }) => sum + entries, 0);
  if (count === 0) return null;
  const rank = ((count - 1) * percent) / 100;
  const [low, high] = [at(all, Math.floor(rank)), at(all, Math.ceil(rank))];
  return low + (high - low) * (rank - Math.floor(rank));
}

/** The amount in a place, from 0, when each is written as often as it was counted. */
function at(all: readonly Often[], place: number): number {
  let passed = 0;
  return all.find(({ entries }) => (passed += entries) > place)!.amount;
}
