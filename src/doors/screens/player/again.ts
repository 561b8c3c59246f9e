const longest = 60_000;

/**
 * How long to wait before trying once more: twice as long each time up to a minute, and somewhere between half and all of it, so that a
 * building's screens do not come back in the same instant.
 */
export function waitBefore(tries: number, random: () => number = Math.random): number {
  const whole = Math.min(longest, 1000 * 2 ** Math.min(tries, 10));
  return whole / 2 + (random() * whole) / 2;
}

/** A steady rhythm, a tenth more or less. */
export const about = (milliseconds: number, random: () => number = Math.random): number => milliseconds * (0.9 + random() * 0.2);
