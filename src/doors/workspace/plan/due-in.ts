import { occurrences, type Row } from '#domains/plan/index.ts';
import type { Day } from '#platform/clock/day.ts';

export interface Due {
  readonly item: number;
  readonly number: string;
  readonly title: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly who: string;
}

/** What is owed in a stretch of the calendar, by the day on which each ends. */
export function dueIn(activities: readonly Row[], from: Day, to: Day): Due[] {
  return activities
    .flatMap((row) =>
      occurrences({ startsOn: row.startsOn!, endsOn: row.endsOn!, recurrence: row.recurrence! }, from, to)
        .filter(({ endsOn }) => endsOn >= from && endsOn <= to)
        .map(({ startsOn, endsOn }) => ({
          item: row.item,
          number: row.number,
          title: row.title,
          startsOn,
          endsOn,
          who: row.personName ?? row.unitName ?? '',
        })),
    )
    .toSorted((one, other) => (one.endsOn < other.endsOn ? -1 : one.endsOn > other.endsOn ? 1 : 0));
}
