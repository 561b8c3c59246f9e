import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashesIn, playsAt, windowsFrom, type Schedule } from './playing.ts';

const bogota = 'America/Bogota';
const always: Schedule = {
  id: 1,
  days: [1, 2, 3, 4, 5, 6, 7],
  fromTime: null,
  untilTime: null,
  fromDay: null,
  untilDay: null,
  priority: 1,
};
/** Monday 16 November 2026, by the clock of Bogotá. */
const monday = (time: string, day = 16) => new Date(`2026-11-${day}T${time}:00-05:00`);

describe('what plays at an instant', () => {
  it('is what its days and hours say, by the clock of the institution', () => {
    const mornings = { ...always, id: 2, days: [1], fromTime: '07:00', untilTime: '12:00' };
    expect(playsAt([mornings], monday('07:00'), bogota)?.id).toBe(2);
    expect(playsAt([mornings], monday('06:59'), bogota)).toBeNull();
    expect(playsAt([mornings], monday('12:00'), bogota)).toBeNull();
    expect(playsAt([mornings], monday('07:00', 17), bogota)).toBeNull();
  });

  it('goes past midnight on the day on which it began', () => {
    const night = { ...always, id: 2, days: [1], fromTime: '22:00', untilTime: '06:00' };
    expect(playsAt([night], monday('23:00'), bogota)?.id).toBe(2);
    expect(playsAt([night], monday('05:59', 17), bogota)?.id).toBe(2);
    expect(playsAt([night], monday('05:00'), bogota)).toBeNull();
    expect(playsAt([night], monday('23:00', 17), bogota)).toBeNull();
  });

  it('is the one of highest priority; of equal ones that with its own days, then its own hours, then the newest', () => {
    const urgent = { ...always, id: 2, priority: 5, fromTime: '09:00', untilTime: '10:00' };
    const week = { ...always, id: 3, fromDay: '2026-11-16', untilDay: '2026-11-20' };
    const hours = { ...always, id: 4, fromTime: '08:00', untilTime: '11:00' };
    const newer = { ...always, id: 5 };
    expect(playsAt([always, urgent, week, hours, newer], monday('09:30'), bogota)?.id).toBe(2);
    expect(playsAt([always, week, hours, newer], monday('09:30'), bogota)?.id).toBe(3);
    expect(playsAt([always, hours, newer], monday('09:30'), bogota)?.id).toBe(4);
    expect(playsAt([always, newer], monday('09:30'), bogota)?.id).toBe(5);
  });
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-10-${String(number).padStart(2, '0')}`);
const schedule = (id: number) =>
  fc
    .record({
      id: fc.constant(id),
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      hours: fc.option(fc.tuple(time, time)),
      fromDay: fc.option(day),
      untilDay: fc.option(day),
      priority: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ hours, ...rest }): Schedule => ({ ...rest, fromTime: hours?.[0] ?? null, untilTime: hours?.[1] ?? null }));
const schedules = fc.integer({ min: 0, max: 5 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => schedule(at + 1))));
// One without summer time, two with it (their clocks change on 25 October 2026 and 1 November 2026), one ahead of UTC.
const zone = fc.constantFrom(bogota, 'Europe/Madrid', 'America/New_York', 'Asia/Kolkata');
const instant = fc.integer({ min: 0, max: 12 * 24 * 60 }).map((minutes) => new Date(Date.parse('2026-10-20T00:00:00Z') + minutes * 60_000));

describe('the windows that a device takes with it', () => {
  it('cover the time from now on without a gap, and say at each instant what plays then', () => {
    fc.assert(
      fc.property(schedules, zone, instant, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (all, where, from, part) => {
        const windows = windowsFrom(all, from, 8, where);
        expect(windows[0]!.from).toEqual(from);
        windows.slice(1).forEach((window, at) => expect(window.from).toEqual(windows[at]!.until));
        const end = windows.at(-1)!.until.getTime();
        const at = new Date(Math.min(end - 1, Math.floor(from.getTime() + part * (end - from.getTime()))));
        const window = windows.find(({ from: first, until }) => first <= at && at < until)!;
        expect(window.playlist).toBe(playsAt(all, at, where)?.id ?? null);
      }),
      { numRuns: 300 },
    );
  });

  it('name those of which one hides the other for no reason', () => {
    const other = { ...always, id: 2 };
    const higher = { ...always, id: 3, priority: 2 };
    expect(clashesIn([always, other], monday('08:00'), 2, bogota).map(({ seen, hidden }) => [seen.id, hidden.id])).toEqual([[2, 1]]);
    expect(clashesIn([always, higher], monday('08:00'), 2, bogota)).toEqual([]);
  });
});
