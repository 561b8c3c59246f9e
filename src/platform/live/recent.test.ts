import { expect, test } from 'vitest';
import { Recent } from './recent.ts';

let now = 0;
const notice = (id: number, topic: string) => ({ id, topic, event: 'unit.added' });

test('what came within the last milliseconds is known from when listening began', () => {
  const recent = new Recent(() => now);
  now = 500;
  recent.keep(notice(7, 'units'));
  now = 1_000;
  recent.keep(notice(8, 'people'));
  const within = (age: number) => recent.within(age)?.map(({ id }) => id);
  expect([within(0), within(400), within(500), within(1_000)]).toEqual([[8], [8], [7, 8], [7, 8]]);
  expect([within(1_001), within(Number.NaN)]).toEqual([undefined, undefined]);
});

test('after a mark comes what one event told besides, and what told nothing of its own number', () => {
  const recent = new Recent(() => now);
  for (const [id, topic] of [
    [7, 'plan:1'],
    [7, 'plans'],
    [0, 'presence:3'],
    [8, 'units'],
  ] as const)
    recent.keep(notice(id, topic));
  expect(recent.after('7')?.map(({ topic }) => topic)).toEqual(['plan:1', 'plans', 'presence:3', 'units']);
  expect(recent.after('8')?.map(({ topic }) => topic)).toEqual(['units']);
  expect(recent.after('0')).toBeUndefined();
  expect(recent.mark).toBe('8');
});

test('what was let go of is not taken for nothing', () => {
  const recent = new Recent(() => now);
  const began = recent.mark;
  for (let id = 1; id < 5_000; id++) {
    now += 1;
    recent.keep(notice(id, 'units'));
  }
  expect([recent.after(began), recent.after('1'), recent.within(4_500)]).toEqual([undefined, undefined, undefined]);
  expect([recent.after('4999')?.length, recent.within(10)?.length]).toEqual([1, 11]);
});
