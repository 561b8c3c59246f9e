import { annotate, noticeLateness } from '#domains/plan/index.ts';
import { addDays, type Day } from '#platform/clock/day.ts';
import { periodsBetween } from '#platform/clock/period.ts';
import type { Work } from './data.ts';
import { personOf, rowOf, type Act } from './world.ts';
import type { Times } from './times.ts';

/** Why figures went badly and who mends it. */
export function annotationActs({ annotations }: Work, times: Times): Act[] {
  return annotations.map(({ plan, item, kind, by, on, from, to, owner, due, text }): Act => ({
    at: times.at(times.day(on), 340),
    who: by,
    does: (ctx, world) =>
      annotate(ctx, {
        item: rowOf(world, plan, item)!.item,
        kind,
        text,
        startsOn: times.day(from),
        endsOn: to ? times.day(to) : null,
        owner: owner ? personOf(world, owner).id : null,
        dueOn: due ? times.day(due) : null,
      }),
  }));
}

/** The nightly look at what fell late: here once a month, and each of the last nights. */
export function latenessActs(from: Day, times: Times): Act[] {
  const recent = Array.from({ length: 3 }, (_, back) => addDays(times.today, -back));
  const months = periodsBetween('month', from, times.today)
    .map(({ startsOn }) => addDays(startsOn, 2))
    .filter((day) => day > from && !recent.includes(day));
  return [...months, ...recent].map((day) => ({ at: new Date(`${day}T09:15:00Z`), who: null, does: (ctx) => noticeLateness(ctx) }));
}
