import { addDays, daysBetween, type Day } from '#platform/clock/day.ts';
import { periodOf, type PeriodKind } from '#platform/clock/period.ts';
import type { Adoption } from './data.ts';
import { figuresOf } from './figures.ts';
import type { Times } from './times.ts';

/** How many of something come out, and on which day each. */
export function daysOf(code: string, adoption: Adoption, kind: PeriodKind, times: Times): Day[] {
  const goal = adoption.indicators[code]!;
  const since = times.cycle(0).startsOn;
  const ended = figuresOf(code, goal, kind, times, since).filter(({ startsOn }) => startsOn >= since);
  const now = periodOf(kind, times.today);
  const passed = (daysBetween(now.startsOn, times.today) + 1) / (daysBetween(now.startsOn, now.endsOn) + 1);
  const usual = ended.length === 0 ? 0 : ended.reduce((sum, { value }) => sum + value, 0) / ended.length;
  return [
    ...ended.flatMap(({ startsOn, endsOn, value }) => spread(startsOn, endsOn, value, times)),
    ...spread(now.startsOn, times.today, Math.round(usual * passed), times),
  ];
}

/** So many days within a stretch, evenly, each one on which people work. */
export function spread(from: Day, to: Day, count: number, times: Times): Day[] {
  const length = daysBetween(from, to) + 1;
  return Array.from({ length: count }, (_, at) => {
    const day = times.workday(addDays(from, Math.floor(((at + 0.5) * length) / count)));
    return day > to ? to : day;
  });
}
