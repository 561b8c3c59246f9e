import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitBefore } from './again.ts';
import { HouseClock } from './house-clock.ts';
import { coverAt, playlistAt, slidesAt, type Program, type Slide } from './program.ts';

describe('the hour of the house on a device', () => {
  it('is what was measured, halfway through the round trip, however its own clock is set meanwhile', () => {
    let [wall, steady] = [5_000_000, 1_000];
    const clock = new HouseClock(0, { wall: () => wall, steady: () => steady });
    clock.hear({ house: 9_000_000, asked: 900, heard: 1_000 });
    expect(clock.now()).toBe(9_000_050);
    expect(clock.difference).toBe(4_000_050);
    steady += 60_000;
    wall = 1;
    expect(clock.now()).toBe(9_060_050);
    expect(clock.difference).toBe(9_060_049);
  });

  it('is its own clock and the last known difference until the house is heard', () => {
    expect(new HouseClock(-3_600_000, { wall: () => 10_000_000, steady: () => 0 }).now()).toBe(6_400_000);
    expect(new HouseClock(Number.NaN, { wall: () => 7, steady: () => 0 }).now()).toBe(7);
  });
});

const day = 86_400_000;
const slide = (expires: number | null = null, media: string[] = []): Slide => ({
  title: '',
  source: '',
  seconds: 6,
  html: '',
  media,
  expires,
  film: false,
});
const program = (more: Partial<Program> = {}): Program => ({
  sha256: '',
  screen: { id: 1, name: '', group: 1 },
  zone: 'America/Bogota',
  locale: 'es-CO',
  reloads: 0,
  windows: [
    { from: 0, until: 7 * day, playlist: 1 },
    { from: 7 * day, until: 10 * day, playlist: null },
    { from: 10 * day, until: 15 * day, playlist: 2 },
  ],
  playlists: { 1: ['a', 'b', 'c'], 2: ['b'] },
  slides: { a: slide(), b: slide(5 * day), c: slide(null, ['/screens/media/c']) },
  idle: '',
  takeover: null,
  ...more,
});

describe('what a device shows by itself', () => {
  it('is what the house said for that instant, and beyond it the last week again', () => {
    expect(playlistAt(program(), 3 * day)).toBe(1);
    expect(playlistAt(program(), 8 * day)).toBeNull();
    // The sixteenth day is as the ninth.
    expect(playlistAt(program(), 15.5 * day)).toBe(playlistAt(program(), 8.5 * day));
    expect(playlistAt(program({ windows: [] }), day)).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * day }), (at) => {
        expect([1, 2, null]).toContain(playlistAt(program(), at));
      }),
    );
  });

  it('leaves out what is over, and what has pictures that are not here yet', () => {
    expect(slidesAt(program(), day, () => true)).toEqual(['a', 'b', 'c']);
    expect(slidesAt(program(), day, () => false)).toEqual(['a', 'b']);
    expect(slidesAt(program(), 6 * day, () => true)).toEqual(['a', 'c']);
    expect(slidesAt(program(), 8 * day, () => true)).toEqual([]);
  });

  it('gives back by itself what a takeover covered, at its hour', () => {
    const covered = program({ takeover: { id: 3, title: '', html: '', until: 5_000 } });
    expect(coverAt(covered, 4_999)?.id).toBe(3);
    expect(coverAt(covered, 5_000)).toBeNull();
  });
});

describe('a device that is not heard', () => {
  it('asks later and later, never in step with the others, and at the latest each minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, luck) => {
        const wait = waitBefore(tries, () => luck);
        expect(wait).toBeGreaterThanOrEqual(Math.min(30_000, 500 * 2 ** tries));
        expect(wait).toBeLessThanOrEqual(60_000);
      }),
    );
  });
});
