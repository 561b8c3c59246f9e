import { wallTime } from '#platform/clock/wall-clock.ts';

/** An instant as `<input type="datetime-local">` shows it on the institution's wall clock; nothing for none. */
export const wallClockOf = (instant: Date | null, zone: string): string => (instant ? wallTime(instant, zone).slice(0, 16) : '');
