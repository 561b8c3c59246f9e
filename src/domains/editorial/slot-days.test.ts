import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, parseDay, weekday, type Day } from '#platform/clock/day.ts';
import { slotDays } from './slot-days.ts';

const days = fc.integer({ min: 0, max: 3000 }).map((by) => addDays(parseDay('2024-01-01'), by));
const recurrences = fc.constantFrom('weekly', 'biweekly', 'monthly', 'quarterly', 'yearly' as const);

test('a monthly slot of the 31st falls on the last day of a shorter month', () => {
  const slot = { recurrence: 'monthly', startsOn: parseDay('2026-01-31'), endsOn: null } as const;
  expect(slotDays(slot, parseDay('2026-02-01'), parseDay('2026-04-30'))).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
});

test('a slot owes nothing before its first day nor after its last', () => {
  const slot = { recurrence: 'weekly', startsOn: parseDay('2026-11-06'), endsOn: parseDay('2026-11-20') } as const;
  expect(slotDays(slot, parseDay('2026-01-01'), parseDay('2026-12-31'))).toEqual(['2026-11-06', '2026-11-13', '2026-11-20']);
});

test('looking at any stretch finds the same days as walking from the first one', () => {
  fc.assert(
    fc.property(recurrences, days, days, fc.integer({ min: 0, max: 120 }), (recurrence, startsOn, from, length) => {
      const slot = { recurrence, startsOn, endsOn: null };
      const to = addDays(from, length);
      const walked = slotDays(slot, startsOn, to < startsOn ? startsOn : to).filter((day) => day >= from && day <= to);
      expect(slotDays(slot, from, to)).toEqual(walked);
    }),
  );
});

test('a weekly slot keeps its weekday', () => {
  fc.assert(
    fc.property(days, days, (startsOn, from) => {
      const found = slotDays({ recurrence: 'weekly', startsOn, endsOn: null }, from, addDays(from, 60));
      expect(found.every((day: Day) => weekday(day) === weekday(startsOn))).toBe(true);
    }),
  );
});
