import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDay, type Day } from '#platform/clock/day.ts';
import { nextPeriod, periodOf } from '#platform/clock/period.ts';
import { elapsed, figureOf, targetOn, type Measured } from './figures.ts';
import { forecastOf } from './forecast.ts';
import type { Point } from './points.ts';
import { seriesOf } from './series.ts';

const day = parseDay;
const today = day('2026-11-22');
const year = (value: number) => ({ startsOn: day('2026-01-01'), endsOn: day('2026-12-31'), value });
const sum: Measured = { own: true, direction: 'up', addsUp: 'sum', frequency: 'quarter', targets: [year(96)] };
const month = (name: string, value: number, entries = value): Point => {
  const { startsOn, endsOn } = periodOf('month', day(`${name}-01`));
  return { startsOn, endsOn, value, base: entries, entries, lastOn: endsOn < today ? endsOn : today };
};
const videos = [5, 6, 6, 7, 7, 5, 4, 5, 7, 5, 4].map((value, index) => month(`2026-${String(index + 1).padStart(2, '0')}`, value));
const reading = (kind: 'month' | 'quarter' | 'year', start: string, value: number): Point => {
  const { startsOn, endsOn } = periodOf(kind, day(start));
  return { startsOn, endsOn, value, base: 1, entries: 1, lastOn: endsOn };
};

describe('a sum with a yearly target', () => {
  const figure = figureOf(sum, videos, today);

  test('accumulates, and is due in a straight line', () => {
    expect(figure).toMatchObject({ value: 61, target: 96, light: 'off', asOf: today });
    expect(figure.due).toBeCloseTo((96 * 326) / 365, 5);
    expect(figure.percentOfDue).toBeCloseTo(71.1, 1);
  });

  test('is forecast to the year’s end at the present pace, in a band that holds it', () => {
    expect(figure.forecast!.value).toBeCloseTo((61 * 365) / 326, 5);
    expect(figure.forecast!.low).toBeLessThan(figure.forecast!.value);
    expect(figure.forecast!.low).toBeGreaterThanOrEqual(61);
    expect(figure.forecast!.high).toBeGreaterThan(figure.forecast!.value);
  });

  test('advances by what there is of the target', () => {
    expect(figure.advance!.progress).toBeCloseTo(63.5, 1);
    expect(figure.advance!.due).toBeCloseTo(89.3, 1);
  });

  test('by quarter says what was counted in each and since the year began', () => {
    expect(seriesOf(sum, videos, figure, today).map(({ value, accumulated, open }) => [value, accumulated, open])).toEqual([
      [17, 17, false],
      [19, 36, false],
      [16, 52, false],
      [9, 61, true],
    ]);
  });

  test('is fulfilled once it is reached, however late the year', () => {
    expect(figureOf({ ...sum, targets: [year(61)] }, videos, today)).toMatchObject({ fulfilled: true, light: 'good' });
  });

  test('that counted nothing yet is nought when it reads itself, and unknown when a person takes it', () => {
    expect(figureOf(sum, [], today)).toMatchObject({ value: 0, light: 'off' });
    expect(figureOf({ ...sum, own: false }, [], today)).toMatchObject({ value: null, light: 'none', advance: null });
  });
});

describe('a figure taken by hand', () => {
  const adoption: Measured = { own: false, direction: 'up', addsUp: 'ratio', frequency: 'quarter', targets: [year(75)] };

  test('stands as its last reading, measured against what was due by then', () => {
    expect(figureOf(adoption, [reading('quarter', '2026-04-01', 50), reading('quarter', '2026-07-01', 72)], today)).toMatchObject({
      value: 72,
      asOf: '2026-09-30',
      due: 75,
      light: 'good',
    });
  });

  test('lights nothing while its reading is overdue', () => {
    const overdue = { startsOn: day('2026-07-01'), endsOn: day('2026-09-30'), daysLate: 6 };
    expect(figureOf(adoption, [reading('quarter', '2026-04-01', 58)], today, overdue)).toMatchObject({
      value: 58,
      light: 'none',
      forecast: null,
    });
  });

  test('that should fall is good below its ceiling', () => {
    const time: Measured = { own: false, direction: 'down', addsUp: 'percentile', frequency: 'month', targets: [year(48)] };
    expect(figureOf(time, [reading('month', '2026-10-01', 40)], today)).toMatchObject({ light: 'good', percentOfDue: 120 });
    expect(figureOf(time, [reading('month', '2026-10-01', 96)], today)).toMatchObject({ light: 'off', percentOfDue: 50 });
  });
});

test('a ratio that reads itself is made from its facts', () => {
  expect(figureOf({ ...sum, addsUp: 'ratio', targets: [year(90)] }, [month('2026-10', 3, 4), month('2026-11', 1, 1)], today).value).toBe(
    80,
  );
});

test('without a target there is a value and no light', () => {
  expect(figureOf({ ...sum, targets: [] }, videos, today)).toMatchObject({
    value: 61,
    target: null,
    light: 'none',
    startsOn: '2026-01-01',
  });
});

test('the longest target that holds the day is the one', () => {
  expect(targetOn([{ startsOn: day('2026-10-01'), endsOn: day('2026-12-31'), value: 24 }, year(96)], today)?.value).toBe(96);
});

test('it is too early to forecast before a quarter of the period, or with two points', () => {
  expect(forecastOf(year(96), videos.slice(0, 3), day('2026-03-20'))).toBeNull();
  expect(forecastOf(year(96), videos.slice(0, 2), day('2026-06-30'))).toBeNull();
  expect(forecastOf(year(96), videos, day('2026-12-31'))).toBeNull();
});

test('the part that has passed is between nothing and all, and never goes back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 800 }), fc.integer({ min: 0, max: 400 }), (from, more) => {
      const at = (count: number): Day => nextPeriod(periodOf('month', today), Math.trunc(count / 30)).startsOn;
      const [one, other] = [elapsed(year(1), at(from)), elapsed(year(1), at(from + more))];
      expect(one).toBeGreaterThanOrEqual(0);
      expect(other).toBeLessThanOrEqual(1);
      expect(other).toBeGreaterThanOrEqual(one);
    }),
  );
});
