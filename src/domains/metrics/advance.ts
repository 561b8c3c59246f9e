import type { Day } from '#platform/clock/day.ts';
import { within } from '#platform/clock/period.ts';
import type { BareRow, PlanWork, Standing } from '#domains/plan/index.ts';
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
export function branchesOf(works: readonly PlanWork<BareRow>[], measured: ReadonlyMap<number, Measurement>, today: Day): Branch[] {
  // What hangs from each place, whatever its plan: an item belongs to one plan only.
  const below = new Map<number, BareRow[]>();
  const standings = new Map<number, Standing>();
  const objectives: BareRow[] = [];
  for (const { rows, activities } of works) {
    for (const [item, standing] of activities) standings.set(item, standing);
    for (const row of rows) {
      if (row.kind === 'objective') objectives.push(row);
      const over = row.parent ?? row.aligned;
      if (over === null) continue;
      const siblings = below.get(over);
      if (siblings) siblings.push(row);
      else below.set(over, [row]);
    }
  }
  const seen = new Set<number>();

  const branch = (row: BareRow): Branch => {
    const first = !seen.has(row.item);
    seen.add(row.item);
    const hanging = below.get(row.item) ?? [];
    if (row.kind === 'activity') return { item: row.item, own: ownParts(row, hanging), below: [] };
    return { item: row.item, own: [], below: first ? hanging.map(branch) : [] };
  };
  const ownParts = (row: BareRow, indicators: readonly BareRow[]): Advance[] =>
    [
      workAdvance(standings.get(row.item)!, row.recurrence !== 'none', today),
      ...indicators.map(({ item }) => measured.get(item)?.figure.advance ?? null),
    ].filter((advance) => advance !== null);

  return objectives
    .filter(({ aligned }) => aligned === null)
    .map(branch)
    .concat(objectives.filter(({ item }) => !seen.has(item)).map(branch));
}
