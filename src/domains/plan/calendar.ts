import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { addDays, type Day, daysBetween, weekday } from '#platform/clock/day.ts';
import { periodOf } from '#platform/clock/period.ts';
import { isOver, occurrencesOf, type Owed, type ReportState } from './lateness.ts';
import type { Row } from './plan.ts';
import { versionTree } from './reading.ts';
import { planWork } from './work.ts';

/** One time that an activity is owed, as a calendar shows it. */
export interface CalendarItem {
  readonly item: number;
  readonly number: string;
  readonly title: string;
  readonly who: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** `late`: its end passed without its being done. */
  readonly state: ReportState | 'late';
  readonly daysLate: number;
  /** The first of its days that the calendar marks: all of them for what is done once and soon, its end for the rest. */
  readonly shownFrom: Day;
}

/** What lasts longer than this fills every week and says nothing: its end is marked alone. */
const longest = 31;

/** The Monday before a month and the Sunday after it: the weeks that a month shows. */
export function weeksOf(month: Day): { from: Day; to: Day } {
  const { startsOn, endsOn } = periodOf('month', month);
  return { from: addDays(startsOn, 1 - weekday(startsOn)), to: addDays(endsOn, 7 - weekday(endsOn)) };
}

/** Every time that the activities of one version are owed and end, or are marked, between two days; by the day on which each ends. */
export async function planCalendar(
  ctx: Ctx,
  { plan, version }: { plan: number; version: number },
  { from, to, unit }: { from: Day; to: Day; unit?: number | undefined },
): Promise<CalendarItem[]> {
  const today = await todayOf(ctx);
  const [rows, work] = await Promise.all([versionTree(ctx, version), planWork(ctx, plan, { day: today, until: ctx.now })]);
  return rows
    .filter((row) => row.kind === 'activity' && (unit === undefined || row.unit === unit))
    .flatMap((row) => {
      const owed = new Map(work?.activities.get(row.item)?.owed.map((one) => [one.startsOn, one]));
      return occurrencesOf(row, from, to).map((one) => itemOf(row, one, owed.get(one.startsOn)));
    })
    .filter(({ shownFrom, endsOn }) => shownFrom <= to && endsOn >= from)
    .filter(({ shownFrom, endsOn }) => (shownFrom < endsOn ? true : endsOn <= to))
    .toSorted((one, other) => (one.endsOn < other.endsOn ? -1 : one.endsOn > other.endsOn ? 1 : 0));
}

function itemOf(row: Row, { startsOn, endsOn }: Pick<Owed, 'startsOn' | 'endsOn'>, owed: Owed | undefined): CalendarItem {
  const lasts = row.recurrence === 'none' && daysBetween(startsOn, endsOn) < longest;
  return {
    item: row.item,
    number: row.number,
    title: row.title,
    who: row.personName ?? row.unitName ?? '',
    startsOn,
    endsOn,
    state: owed && owed.daysLate > 0 && !isOver(owed.told) ? 'late' : (owed?.told?.state ?? 'not_started'),
    daysLate: owed?.daysLate ?? 0,
    shownFrom: lasts ? startsOn : endsOn,
  };
}
