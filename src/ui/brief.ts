import type { Format } from '#platform/i18n/format.ts';

/** An instant as short as it can be said: «hoy, 4:00 p. m.», «20 nov, 9:12 a. m.». */
export const brief = (format: Format, instant: Date | string, now: Date): string => `${format.ago(instant, now)}, ${format.time(instant)}`;
