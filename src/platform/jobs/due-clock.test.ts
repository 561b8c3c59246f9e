import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { App } from '#platform/http/visit.ts';
import { openLog } from '#platform/log/log.ts';
import { DueClock, type DueWork } from './due-clock.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-21T15:00:00Z') }));
afterEach(() => void vi.useRealTimers());

/** A house of which the clock needs only this much, and work that is due at some hours. */
function house(hours: number[]) {
  const listener = new EventEmitter();
  const app = { listener, clock: () => new Date(), log: openLog('silent') } as unknown;
  const ran: number[] = [];
  const work: DueWork = {
    name: 'test',
    topic: 'hours',
    next: () => Promise.resolve(hours.length > 0 ? new Date(Math.min(...hours)) : null),
    run: () => {
      const now = Date.now();
      for (const hour of hours.filter((one) => one <= now)) {
        hours.splice(hours.indexOf(hour), 1);
        ran.push(now);
      }
      return Promise.resolve(false);
    },
  };
  return { clock: new DueClock(app as App, work).start(), ran, tell: (topic: string) => listener.emit('live', { topic }) };
}
const inMinutes = (minutes: number) => Date.parse('2026-11-21T15:00:00Z') + minutes * 60_000;

test('work runs when its hour comes, not before', async () => {
  const { clock, ran } = house([inMinutes(5)]);
  await vi.advanceTimersByTimeAsync(5 * 60_000 - 1);
  expect(ran).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(ran).toEqual([inMinutes(5)]);
  await clock.stop();
});

test('a new hour is heard of, and another topic is nothing to it', async () => {
  const hours: number[] = [];
  const { clock, ran, tell } = house(hours);
  await vi.advanceTimersByTimeAsync(1000);
  hours.push(Date.now());
  tell('pieces');
  await vi.advanceTimersByTimeAsync(1);
  expect(ran).toEqual([]);
  tell('hours');
  await vi.advanceTimersByTimeAsync(1);
  expect(ran).toHaveLength(1);
  await clock.stop();
});

test('a notice that was lost costs half a minute at most, and a stopped clock does nothing more', async () => {
  const hours: number[] = [];
  const { clock, ran } = house(hours);
  await vi.advanceTimersByTimeAsync(1000);
  hours.push(Date.now());
  await vi.advanceTimersByTimeAsync(30_000);
  expect(ran).toHaveLength(1);
  await clock.stop();
  hours.push(Date.now());
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ran).toHaveLength(1);
});
