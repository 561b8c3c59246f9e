import { addMonths, daysBetween, type Day } from '#platform/clock/day.ts';
import { occurrences, type Occurrence } from './occurrences.ts';
import type { Row } from './plan.ts';

/** The last word told on one occurrence of an activity. */
export interface Told {
  readonly item: number;
  readonly periodStart: Day;
  readonly state: ReportState;
  readonly percent: number;
}

export const reportStates = ['not_started', 'under_way', 'done', 'cancelled'] as const;
export type ReportState = (typeof reportStates)[number];

/** One time that an activity is owed, with what was told of it. */
export interface Owed extends Occurrence {
  readonly told: Told | undefined;
  /** Days since its end passed without its being done or cancelled; 0 when it is not late. */
  readonly daysLate: number;
}

/** How an activity stands on a day. */
export interface Standing {
  readonly owed: readonly Owed[];
  /** Those late, oldest first. */
  readonly late: readonly Owed[];
  /** The one to speak of next: the oldest late one, else the one under way or to come; undefined when all is told. */
  readonly next: Owed | undefined;
  readonly state: ReportState;
}

type Activity = Pick<Row, 'item' | 'startsOn' | 'endsOn' | 'recurrence'>;

/**
 * What an activity owes and what was told of it. What ended before `since`, the day on which the plan first came into force, is
 * not owed: nobody could report on it.
 */
export function standing(activity: Activity, told: readonly Told[], since: Day, today: Day): Standing {
  const spoken = new Map(told.map((word) => [word.periodStart, word]));
  const from = told.reduce((first, { periodStart }) => (periodStart < first ? periodStart : first), since);
  const owed = occurrencesOf(activity, from, addMonths(today, ahead))
    .filter(({ startsOn, endsOn }) => endsOn >= since || spoken.has(startsOn))
    .map((occurrence) => owing(occurrence, spoken.get(occurrence.startsOn), today));
  const late = owed.filter(({ daysLate }) => daysLate > 0);
  const next = late[0] ?? owed.find(({ told: word }) => !isOver(word));
  return { owed, late, next, state: stateOf(owed, today) };
}

/** What lies further ahead, in months, nobody is asked about yet: the year's end and the next yearly one are within. */
const ahead = 13;

export function occurrencesOf({ startsOn, endsOn, recurrence }: Activity, from?: Day, to?: Day): Occurrence[] {
  return startsOn && endsOn && recurrence ? occurrences({ startsOn, endsOn, recurrence }, from, to) : [];
}

export const isOver = (word: Pick<Told, 'state'> | undefined) => word?.state === 'done' || word?.state === 'cancelled';

function owing(occurrence: Occurrence, told: Told | undefined, today: Day): Owed {
  return { ...occurrence, told, daysLate: isOver(told) ? 0 : Math.max(0, daysBetween(occurrence.endsOn, today)) };
}

/** Of the occurrence that today lies in, or of the last one begun. */
function stateOf(owed: readonly Owed[], today: Day): ReportState {
  if (owed.length > 0 && owed.every(({ told }) => isOver(told)))
    return owed.some(({ told }) => told?.state === 'done') ? 'done' : 'cancelled';
  return owed.findLast(({ startsOn }) => startsOn <= today)?.told?.state ?? 'not_started';
}
