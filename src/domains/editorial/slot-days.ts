import { addDays, addMonths, daysBetween, type Day } from '#platform/clock/day.ts';

export interface Recurring {
  readonly recurrence: 'weekly' | 'biweekly' | 'monthly' | 'quarterly' | 'yearly';
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

const stepDays = { weekly: 7, biweekly: 14 } as const;
const stepMonths = { monthly: 1, quarterly: 3, yearly: 12 } as const;

/**
 * The days of a slot within `from`–`to`: each week or fortnight on the weekday of its first day; each month, quarter or year on its
 * day of the month, or the last one of a shorter month (the 31st is 28 February).
 */
export function slotDays(slot: Recurring, from: Day, to: Day): Day[] {
  const last = slot.endsOn && slot.endsOn < to ? slot.endsOn : to;
  const nth = (at: number): Day =>
    slot.recurrence === 'weekly' || slot.recurrence === 'biweekly'
      ? addDays(slot.startsOn, at * stepDays[slot.recurrence])
      : addMonths(slot.startsOn, at * stepMonths[slot.recurrence]);
  const days: Day[] = [];
  for (let at = firstAfter(slot, from); nth(at) <= last; at += 1) if (nth(at) >= from) days.push(nth(at));
  return days;
}

/** A turn at or just before `from`, without walking from the first. */
function firstAfter({ recurrence, startsOn }: Recurring, from: Day): number {
  if (from <= startsOn) return 0;
  const days = daysBetween(startsOn, from);
  const step = recurrence === 'weekly' || recurrence === 'biweekly' ? stepDays[recurrence] : stepMonths[recurrence] * 31;
  return Math.floor(days / step);
}
