import type { Reading } from './readings.queries.ts';

/** What was measured by hand for one period: the value that counts, and what waits for a second person. */
export interface Measured {
  readonly counts: Reading | undefined;
  readonly pending: Reading | undefined;
  /** From the first taken to its last correction. */
  readonly all: readonly Reading[];
}

/**
 * Readings by period, in order. Where there is a target a reading counts once a second person accepted it, and a correction
 * leaves the accepted value standing until it is accepted itself; elsewhere the last one that was not returned counts.
 */
export function measuredByPeriod(readings: readonly Reading[], hasTarget: boolean): Measured[] {
  const periods = Map.groupBy(readings, ({ startsOn }) => startsOn);
  return [...periods.values()]
    .map((all) =>
      measured(
        all.toSorted((one, other) => one.id - other.id),
        hasTarget,
      ),
    )
    .toSorted((one, other) => (one.all[0]!.startsOn < other.all[0]!.startsOn ? -1 : 1));
}

function measured(all: readonly Reading[], hasTarget: boolean): Measured {
  const last = all.at(-1)!;
  const counts = all.findLast(({ decision }) => (hasTarget ? decision === 'accepted' : decision !== 'returned'));
  return { counts, pending: hasTarget && last.decision === null ? last : undefined, all };
}
