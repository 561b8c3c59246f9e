import { describe, expect, test } from 'vitest';
import { parseDay } from '#platform/clock/day.ts';
import { lastEnded, occurrences } from './occurrences.ts';

const activity = (recurrence: Parameters<typeof occurrences>[0]['recurrence'], startsOn: string, endsOn: string) => ({
  recurrence,
  startsOn: parseDay(startsOn),
  endsOn: parseDay(endsOn),
});

describe('an activity is owed', () => {
  test('once, over its whole length, when it does not recur', () => {
    expect(occurrences(activity('none', '2026-03-04', '2026-06-30'))).toEqual([{ startsOn: '2026-03-04', endsOn: '2026-06-30' }]);
  });

  test('each calendar month that it touches, cut at its own ends', () => {
    expect(occurrences(activity('monthly', '2026-01-15', '2026-03-10'))).toEqual([
      { startsOn: '2026-01-15', endsOn: '2026-01-31' },
      { startsOn: '2026-02-01', endsOn: '2026-02-28' },
      { startsOn: '2026-03-01', endsOn: '2026-03-10' },
    ]);
  });

  test('each week from Monday to Sunday', () => {
    expect(occurrences(activity('weekly', '2026-11-18', '2026-11-30')).map(({ startsOn }) => startsOn)).toEqual([
      '2026-11-18',
      '2026-11-23',
      '2026-11-30',
    ]);
  });

  test('each fortnight, quarter and year', () => {
    expect(occurrences(activity('biweekly', '2026-11-02', '2026-11-29'))).toHaveLength(2);
    expect(occurrences(activity('quarterly', '2026-01-01', '2026-12-31'))).toHaveLength(4);
    expect(occurrences(activity('yearly', '2024-01-01', '2027-12-31'))).toHaveLength(4);
  });

  test('only within what is asked for', () => {
    expect(
      occurrences(activity('monthly', '2024-01-01', '2027-12-31'), parseDay('2026-10-05'), parseDay('2026-11-22')).map(
        ({ endsOn }) => endsOn,
      ),
    ).toEqual(['2026-10-31', '2026-11-30']);
  });
});

test('the last period that ended is the one before that of today', () => {
  expect(lastEnded('quarter', parseDay('2026-11-22'))).toMatchObject({ startsOn: '2026-07-01', endsOn: '2026-09-30' });
});
