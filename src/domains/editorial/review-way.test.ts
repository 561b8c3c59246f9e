import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, parseDay, weekday } from '#platform/clock/day.ts';
import { kindCodes, kinds } from './kinds.ts';
import { dueDays, reviewWay } from './review-way.ts';

const weekend = (day: Parameters<typeof weekday>[0]) => weekday(day) > 5;
const wednesday = parseDay('2026-11-18');

describe('the way of a piece', () => {
  test('ends with the approval, whatever its kind', () => {
    for (const kind of kindCodes) for (const legal of [false, true]) expect(reviewWay(kind, { legal }).at(-1)).toEqual(['approval']);
  });

  test('passes the legal office once while an election window names its kind', () => {
    for (const { code } of kinds)
      expect(
        reviewWay(code, { legal: true })
          .flat()
          .filter((step) => step === 'legal'),
      ).toEqual(['legal']);
    expect(reviewWay('press_release', { legal: true })).toEqual([['unit', 'editor', 'legal'], ['approval']]);
    expect(reviewWay('memo', { legal: true })).toEqual([['legal'], ['approval']]);
  });
});

describe('when a step is due', () => {
  test('two working days each, when nothing says when it goes out', () => {
    expect(dueDays(2, { today: wednesday, dueOn: null, nonWorking: weekend })).toEqual(['2026-11-20', '2026-11-24']);
  });

  test('the last on the day it goes out, even a Sunday', () => {
    expect(dueDays(2, { today: wednesday, dueOn: parseDay('2026-11-22'), nonWorking: weekend })).toEqual(['2026-11-19', '2026-11-22']);
  });

  test('never before today, never after the next one, whatever the day it should go out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: -40, max: 90 }), (positions, ahead) => {
        const days = dueDays(positions, { today: wednesday, dueOn: addDays(wednesday, ahead), nonWorking: weekend });
        expect(days).toHaveLength(positions);
        expect(days.toSorted()).toEqual(days);
        expect(days[0]! >= wednesday).toBe(true);
      }),
    );
  });
});
