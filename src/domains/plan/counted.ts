import type { Taken } from './plan-work.queries.ts';
import type { Reading } from './readings.queries.ts';

/** What was measured by hand for one period: the value that counts, and what waits for a second person. */
export interface Measured<R extends Taken = Reading> {
  readonly counts: R | undefined;
  readonly pending: R | undefined;
  /** From the first taken to its last correction. */
  readonly all: readonly R[];
}

/**
 * Readings by period, in order. Where there is a target a reading counts once a second person accepted it, and a correction
 * leaves the accepted value standing until it is accepted itself; elsewhere the last one that was not returned counts.
 */
export function measuredByPeriod<R extends Taken>(readings: readonly R[], hasTarget: boolean): Measured<R>[] {
  const periods = Map.groupBy(readings, ({ startsOn }) => startsOn);
  return [...periods.values()]
    .map((all) => measured(all.length === 1 ? all : all.toSorted((one, other) => one.id - other.id), hasTarget))
    .toSorted((one, other) => (one.all[0]!.startsOn < other.all[0]!.startsOn ? -1 : 1));
}

function measured<R extends Taken>(all: readonly R[], hasTarget: boolean): Measured<R> {
  const last = all.at(-1)!;
  const counts = all.findLast(({ decision }) => (hasTarget ? decision === 'accepted' : decision !== 'returned'));
  return { counts, pending: hasTarget && last.decision === null ? last : undefined, all };
}
