import { describe, expect, test } from 'vitest';
import { parseDay } from '#platform/clock/day.ts';
import { measuredByPeriod, type Taken } from '#domains/plan/index.ts';
import type { Measured } from './figures.ts';
import { beforeTheLedger } from './measuring.ts';
import type { Point } from './points.ts';
import { pastOf } from './series.ts';

const day = parseDay;
const sum: Measured = { own: true, direction: 'up', addsUp: 'sum', frequency: 'quarter', targets: [] };
const point = (month: string, value: number): Point => ({
  startsOn: day(`${month}-01`),
  endsOn: day(`${month}-28`),
  value,
  base: 1,
  entries: 1,
  lastOn: day(`${month}-28`),
});

describe('the year before', () => {
  const window = { startsOn: day('2026-01-01'), endsOn: day('2026-12-31') };

  test('is drawn by the same periods, from what was measured in it alone', () => {
    const past = pastOf(sum, [point('2024-12', 9), point('2025-02', 5), point('2025-11', 7), point('2026-03', 4)], window);
    expect(past.map(({ startsOn, accumulated }) => [startsOn, accumulated])).toEqual([
      ['2025-01-01', 5],
      ['2025-04-01', 5],
      ['2025-07-01', 5],
      ['2025-10-01', 12],
    ]);
  });

  test('is nothing when nothing was measured in it, or when the window is longer than a year', () => {
    expect(pastOf(sum, [point('2026-03', 4)], window)).toEqual([]);
    expect(pastOf(sum, [point('2025-03', 4)], { ...window, startsOn: day('2024-01-01') })).toEqual([]);
  });
});

describe('a figure that began to read itself', () => {
  const taken = (month: string, id: number): Taken =>
    ({ id, startsOn: day(`${month}-01`), endsOn: day(`${month}-28`), value: 3, decision: 'accepted' }) as Taken;
  const periods = measuredByPeriod([taken('2026-01', 1), taken('2026-02', 2), taken('2026-03', 3)], true);
  const kept = (since: string | null, addsUp: 'sum' | 'ratio' = 'sum') =>
    beforeTheLedger(periods, { addsUp }, { since: since === null ? null : day(since) }).map(({ all }) => all[0]!.startsOn);

  test('keeps what people measured before the house counted', () => {
    expect(kept('2026-03-01')).toEqual(['2026-01-01', '2026-02-01']);
    expect(kept(null)).toHaveLength(3);
  });

  test('adds no two ratios up', () => {
    expect(kept('2026-03-01', 'ratio')).toEqual([]);
  });
});
