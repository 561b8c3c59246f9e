import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import { periodOf, periodsBetween } from '#platform/clock/period.ts';
import type { Addition } from '#domains/plan/index.ts';
import type { Point } from './points.ts';
import { type MonthSum, selectLevels, selectMonths, selectSpreads, type Spread } from './sums.queries.ts';
import type { Wanted } from './wanted.queries.ts';

/** What to count, and how it adds up. */
export interface Counting {
  readonly wanted: Wanted;
  readonly addsUp: Addition;
}

/** What the ledger holds of each, by month, up to a day: at most three statements, whatever their number. */
export async function countedByMonth(db: Db, countings: readonly Counting[], from: Day, to: Day): Promise<Point[][]> {
  const of = (...ways: Addition[]) => countings.flatMap(({ addsUp, wanted }, key) => (ways.includes(addsUp) ? [{ key, wanted }] : []));
  const [sums, states, percentiles] = [of('sum', 'average', 'ratio'), of('last'), of('percentile')];
  const wishes = (asked: typeof sums) => asked.map(({ wanted }) => wanted);
  const [months, levels, spreads] = await Promise.all([
    selectMonths(db, wishes(sums), from, to),
    selectLevels(db, wishes(states), to),
    selectSpreads(db, wishes(percentiles), from, to),
  ]);
  const points: Point[][] = countings.map(() => []);
  const put = <T extends { key: number }>(asked: typeof sums, rows: readonly T[], made: (rows: readonly T[]) => Point[]) => {
    const byKey = Map.groupBy(rows, ({ key }) => key);
    asked.forEach(({ key }, place) => (points[key] = made(byKey.get(place) ?? [])));
  };
  put(sums, months, (rows) => rows.map((sum) => pointOf(sum, to)));
  put(states, levels, (rows) => standing(rows, to));
  put(percentiles, spreads, (rows) => spread(rows, to));
  return points;
}

function pointOf({ month, amount, base, entries, lastOn }: Omit<MonthSum, 'key'>, to: Day): Point {
  const { endsOn } = periodOf('month', month);
  return { startsOn: month, endsOn: endsOn < to ? endsOn : to, value: amount, base, entries, lastOn };
}

/** A state stays as it is until something changes it: the months between have it too. */
function standing(rows: readonly MonthSum[], to: Day): Point[] {
  if (rows.length === 0) return [];
  return periodsBetween('month', rows[0]!.month, to).map(({ startsOn }) => {
    const changed = rows.find(({ month }) => month === startsOn);
    const before = rows.findLast(({ month }) => month <= startsOn)!;
    return pointOf(changed ?? { ...before, month: startsOn, entries: 0 }, to);
  });
}

function spread(rows: readonly Spread[], to: Day): Point[] {
  return [...Map.groupBy(rows, ({ month }) => month)].map(([month, often]) => {
    const total = (part: 'amount' | 'entries') =>
      often.reduce((sum, one) => sum + (part === 'amount' ? one.amount * one.entries : one.entries), 0);
    const lastOn = often
      .map((one) => one.lastOn)
      .toSorted()
      .at(-1)!;
    const point = pointOf({ month, amount: total('amount'), base: total('entries'), entries: total('entries'), lastOn }, to);
    return { ...point, spread: often.map(({ amount, entries }) => ({ amount, entries })) };
  });
}
