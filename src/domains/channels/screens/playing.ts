import { addDays, dayIn, weekday, type Day } from '#platform/clock/day.ts';
import { wallClock } from '#platform/clock/wall-clock.ts';

/** When something plays: on which days of the week, between which hours and days, and how it stands to others. */
export interface Schedule {
  readonly id: number;
  /** ISO 8601: 1 is Monday. The day on which it begins, when it goes past midnight. */
  readonly days: readonly number[];
  /** `HH:MM`, of the institution's clock; both null: the whole day. From 22:00 until 06:00 goes past midnight. */
  readonly fromTime: string | null;
  readonly untilTime: string | null;
  readonly fromDay: string | null;
  readonly untilDay: string | null;
  /** 5 comes before 1. */
  readonly priority: number;
}

/** What plays from one instant until another: a playlist, or nothing. */
export interface Window {
  readonly from: Date;
  readonly until: Date;
  readonly playlist: number | null;
}

/**
 * What plays at an instant: of those whose turn it is, the one of highest priority; of equal ones, that with its own days, then that with
 * its own hours, then the newest.
 */
export function playsAt<S extends Schedule>(schedules: readonly S[], instant: Date, zone: string): S | null {
  return schedules.filter((one) => isOn(one, instant, zone)).toSorted(before)[0] ?? null;
}

function before(one: Schedule, other: Schedule): number {
  return (
    other.priority - one.priority ||
    Number(other.fromDay !== null || other.untilDay !== null) - Number(one.fromDay !== null || one.untilDay !== null) ||
    Number(other.fromTime !== null) - Number(one.fromTime !== null) ||
    other.id - one.id
  );
}

/** The same rank, so that only the newest of them is seen. */
function clash(one: Schedule, other: Schedule): boolean {
  return (
    one.priority === other.priority &&
    (one.fromTime === null) === (other.fromTime === null) &&
    (one.fromDay === null && one.untilDay === null) === (other.fromDay === null && other.untilDay === null)
  );
}

/** Whether an instant lies in one of its turns. */
function isOn(schedule: Schedule, instant: Date, zone: string): boolean {
  const today = dayIn(instant, zone);
  return [addDays(today, -1), today].some((day) => {
    const turn = turnOn(schedule, day, zone);
    return turn !== null && turn.from <= instant && instant < turn.until;
  });
}

/** The turn that begins on a day; null when it has none. Hours are those of the wall clock, so an hour set forward shortens a turn. */
function turnOn({ days, fromTime, untilTime, fromDay, untilDay }: Schedule, day: Day, zone: string): { from: Date; until: Date } | null {
  if (!days.includes(weekday(day)) || (fromDay && day < fromDay) || (untilDay && day > untilDay)) return null;
  if (fromTime === null || untilTime === null)
    return { from: wallClock(`${day}T00:00`, zone), until: wallClock(`${addDays(day, 1)}T00:00`, zone) };
  const past = untilTime <= fromTime;
  return { from: wallClock(`${day}T${fromTime}`, zone), until: wallClock(`${past ? addDays(day, 1) : day}T${untilTime}`, zone) };
}

/** All that plays from an instant on, window by window without gaps, for so many days: what a device needs to go on by itself. */
export function windowsFrom(schedules: readonly Schedule[], from: Date, days: number, zone: string): Window[] {
  const first = dayIn(from, zone);
  const end = wallClock(`${addDays(first, days)}T00:00`, zone);
  const turns = turnsWithin(schedules, addDays(first, -1), days + 1, zone);
  const edges = new Set([from.getTime(), end.getTime()]);
  for (const turn of turns) for (const edge of [turn.from, turn.until]) if (edge > from && edge < end) edges.add(edge.getTime());
  const sorted = [...edges].toSorted((one, other) => one - other);
  const windows: Window[] = [];
  sorted.slice(0, -1).forEach((edge, at) => {
    const playlist = onAt(turns, new Date(edge)).toSorted(before)[0]?.id ?? null;
    const last = windows.at(-1);
    const until = new Date(sorted[at + 1]!);
    if (last?.playlist === playlist) windows[windows.length - 1] = { ...last, until };
    else windows.push({ from: new Date(edge), until, playlist });
  });
  return windows;
}

/** Pairs that are on at the same time, of which one hides the other without a reason in their ranks, with the first such instant. */
export function clashesIn<S extends Schedule>(
  schedules: readonly S[],
  from: Date,
  days: number,
  zone: string,
): { seen: S; hidden: S; at: Date }[] {
  const first = dayIn(from, zone);
  const turns = turnsWithin(schedules, addDays(first, -1), days + 1, zone);
  const found = new Map<string, { seen: S; hidden: S; at: Date }>();
  for (const { from: at } of turns.toSorted((one, other) => one.from.getTime() - other.from.getTime())) {
    const [seen, ...hidden] = onAt(turns, at).toSorted(before);
    for (const one of hidden)
      if (clash(seen!, one) && !found.has(`${seen!.id} ${one.id}`)) found.set(`${seen!.id} ${one.id}`, { seen: seen!, hidden: one, at });
  }
  return [...found.values()];
}

interface Turn<S> {
  readonly of: S;
  readonly from: Date;
  readonly until: Date;
}

function turnsWithin<S extends Schedule>(schedules: readonly S[], first: Day, days: number, zone: string): Turn<S>[] {
  return Array.from({ length: days }, (_, at) => addDays(first, at)).flatMap((day) =>
    schedules.flatMap((of) => {
      const turn = turnOn(of, day, zone);
      return turn ? [{ of, ...turn }] : [];
    }),
  );
}

const onAt = <S>(turns: readonly Turn<S>[], at: Date): S[] => [
  ...new Set(turns.filter(({ from, until }) => from <= at && at < until).map(({ of }) => of)),
];
