import type { Day } from '#platform/clock/day.ts';
import { within } from '#platform/clock/period.ts';
import type { PlanWork, Row, Standing } from '#domains/plan/index.ts';
import { elapsed } from './figures.ts';
import type { Measurement } from './measuring.ts';
import { mean, type Advance, type Branch } from './roll-up.ts';

/**
 * How far an activity's own work is, by what was told of it: done is all of it. One that recurs advances with each time that it
 * is owed in the year. Null when it was cancelled or is not of this year.
 */
export function workAdvance({ owed }: Pick<Standing, 'owed'>, recurs: boolean, today: Day): Advance | null {
  const year = { startsOn: `${today.slice(0, 4)}-01-01` as Day, endsOn: `${today.slice(0, 4)}-12-31` as Day };
  const inYear = owed.filter(
    ({ startsOn, endsOn, told }) =>
      told?.state !== 'cancelled' && (recurs ? within(year, endsOn) : startsOn <= year.endsOn && endsOn >= year.startsOn),
  );
  return mean(inYear.map((one) => ({ progress: one.told?.percent ?? 0, due: elapsed(one, today) * 100 })));
}

/** The plans as branches to roll up: an objective carries its own components and the objectives of other plans that serve it. */
export function branchesOf(works: readonly PlanWork[], measured: ReadonlyMap<number, Measurement>, today: Day): Branch[] {
  const rows = works.flatMap((work) => work.rows.map((row) => ({ row, work })));
  const below = Map.groupBy(
    rows.filter(({ row }) => row.kind !== 'indicator'),
    ({ row }) => row.parent ?? row.aligned,
  );
  const indicators = Map.groupBy(
    rows.filter(({ row }) => row.kind === 'indicator'),
    ({ row }) => row.parent,
  );
  const seen = new Set<number>();

  const branch = ({ row, work }: { row: Row; work: PlanWork }): Branch => {
    const first = !seen.has(row.item);
    seen.add(row.item);
    return {
      item: row.item,
      own: row.kind === 'activity' ? ownParts(row, work) : [],
      below: first ? (below.get(row.item) ?? []).map(branch) : [],
    };
  };
  const ownParts = (row: Row, work: PlanWork): Advance[] =>
    [
      workAdvance(work.activities.get(row.item)!, row.recurrence !== 'none', today),
      ...(indicators.get(row.item) ?? []).map((indicator) => measured.get(indicator.row.item)?.figure.advance ?? null),
    ].filter((advance) => advance !== null);

  return rows
    .filter(({ row }) => row.kind === 'objective' && row.aligned === null)
    .map(branch)
    .concat(rows.filter(({ row }) => row.kind === 'objective' && !seen.has(row.item)).map(branch));
}
