import { describe, expect, test } from 'vitest';
import { parseDay } from '#platform/clock/day.ts';
import { standing, type ReportState } from './lateness.ts';

const day = parseDay;
const once = { item: 1, startsOn: day('2026-03-01'), endsOn: day('2026-11-06'), recurrence: 'none' as const };
const monthly = { ...once, startsOn: day('2026-01-01'), endsOn: day('2026-12-31'), recurrence: 'monthly' as const };
const since = day('2026-01-01');
const told = (periodStart: string, state: ReportState, percent = state === 'done' ? 100 : 0) => ({
  item: 1,
  periodStart: day(periodStart),
  state,
  percent,
});

describe('an activity', () => {
  test('is late from the day after its end', () => {
    expect(standing(once, [], since, day('2026-11-06')).late).toEqual([]);
    expect(standing(once, [], since, day('2026-11-22')).late[0]?.daysLate).toBe(16);
  });

  test('is not late once done or cancelled', () => {
    expect(standing(once, [told('2026-03-01', 'done')], since, day('2026-11-22')).late).toEqual([]);
    expect(standing(once, [told('2026-03-01', 'cancelled')], since, day('2026-11-22')).late).toEqual([]);
  });

  test('that recurs owes each occurrence by itself and asks for the oldest late one first', () => {
    const stands = standing(monthly, [told('2026-09-01', 'done')], day('2026-08-15'), day('2026-11-22'));
    expect(stands.late.map(({ startsOn }) => startsOn)).toEqual(['2026-08-01', '2026-10-01']);
    expect(stands.next?.startsOn).toBe('2026-08-01');
  });

  test('owes nothing of the time before its plan came into force', () => {
    expect(standing(monthly, [], day('2026-11-05'), day('2026-11-22')).late).toEqual([]);
  });

  test('stands as its present occurrence was told', () => {
    expect(standing(monthly, [told('2026-11-01', 'under_way', 40)], since, day('2026-11-22')).state).toBe('under_way');
    expect(standing(monthly, [], since, day('2026-11-22')).state).toBe('not_started');
    expect(standing(once, [told('2026-03-01', 'done')], since, day('2026-11-22')).state).toBe('done');
  });
});
