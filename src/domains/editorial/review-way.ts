import { addBusinessDays, businessDaysBetween, type NonWorking } from '#platform/clock/business-days.ts';
import type { Day } from '#platform/clock/day.ts';
import { kindOf } from './kinds.ts';
import type { ReviewStep } from './kind.ts';

/**
 * The steps that a piece of a kind passes, in positions. While an election window names the kind, the legal office also looks at it
 * (Ley 996 of 2005): beside the last step before the approval, or in a position of its own.
 */
export function reviewWay(kind: string, { legal }: { legal: boolean }): readonly (readonly ReviewStep[])[] {
  const way = kindOf(kind).review;
  if (!legal || way.some((steps) => steps.includes('legal'))) return way;
  const before = way.slice(0, -1);
  const last = before.at(-1);
  return last ? [...before.slice(0, -1), [...last, 'legal'], way.at(-1)!] : [['legal'], way.at(-1)!];
}

/** Working days that a position has when nothing says when the piece should go out. */
export const reviewTerm = 2;

/**
 * The day on which each position is due. The last one on the day the piece should go out, the others spread over the working days until
 * then; without such a day, each has `reviewTerm`. Nothing is due before today.
 */
export function dueDays(positions: number, { today, dueOn, nonWorking }: { today: Day; dueOn: Day | null; nonWorking: NonWorking }): Day[] {
  const left = dueOn === null ? reviewTerm * positions : Math.max(0, businessDaysBetween(today, dueOn, nonWorking));
  return Array.from({ length: positions }, (_, at) => {
    if (dueOn !== null && at === positions - 1) return dueOn < today ? today : dueOn;
    return addBusinessDays(today, Math.floor((left * (at + 1)) / positions), nonWorking);
  });
}
