/** A thing with a first and a last day, as `YYYY-MM-DD`. */
export interface Lasting {
  readonly key: string | number;
  readonly from: string;
  readonly until: string;
}

/** A thing on one day: its place among those of the week, whether it starts or ends there, and how many days of the week follow. */
export interface Segment<T> {
  readonly item: T;
  readonly named: boolean;
  readonly starts: boolean;
  readonly ends: boolean;
  readonly length: number;
}

export interface MonthDay<T> {
  readonly day: string;
  /** Of the month before or after. */
  readonly out: boolean;
  /** From top to bottom; null where another day's thing passes. */
  readonly lanes: readonly (Segment<T> | null)[];
  /** Things for which there was no lane. */
  readonly rest: number;
}

/** The weeks (Monday first, ISO 8601) of a month `YYYY-MM`, with each thing in one lane all through a week. */
export function monthWeeks<T extends Lasting>(month: string, items: readonly T[], lanes = 4): MonthDay<T>[][] {
  return weeksOf(month).map((days) => {
    const placed = place(items, days, lanes);
    return days.map((day, column) => {
      const here = placed.map((inLane) => inLane.find(({ from, until }) => day >= from && day <= until));
      while (here.length > 0 && here.at(-1) === undefined) here.pop();
      const shown = here.filter(Boolean).length;
      return {
        day,
        out: !day.startsWith(month),
        rest: items.filter(({ from, until }) => day >= from && day <= until).length - shown,
        lanes: here.map((item) =>
          item
            ? {
                item,
                named: item.from === day || column === 0,
                starts: item.from === day,
                ends: item.until === day,
                length: days.slice(column).filter((later) => later <= item.until).length,
              }
            : null,
        ),
      };
    });
  });
}

/** Gives each thing of the week the highest free lane: what began first, and of those what lasts longest, on top. */
function place<T extends Lasting>(items: readonly T[], days: readonly string[], lanes: number): T[][] {
  const placed: T[][] = Array.from({ length: lanes }, () => []);
  const here = items.filter(({ from, until }) => from <= days[6]! && until >= days[0]!);
  for (const item of here.toSorted((one, other) => one.from.localeCompare(other.from) || other.until.localeCompare(one.until))) {
    placed.find((lane) => lane.every(({ from, until }) => item.from > until || item.until < from))?.push(item);
  }
  return placed;
}

function weeksOf(month: string): string[][] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const before = (first.getUTCDay() + 6) % 7;
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return Array.from({ length: Math.ceil((before + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, column) =>
      new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 1 - before + week * 7 + column)).toISOString().slice(0, 10),
    ),
  );
}
