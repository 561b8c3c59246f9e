import type { Say } from '#platform/i18n/words.ts';

/** How many days of the year nobody works besides weekends, and which comes next (null in a year that is over). */
export function calendarVoice(
  say: Say,
  { year, holidays, own, next }: { year: number; holidays: number; own: number; next: { name: string; day: string } | null },
): string {
  const all = say('organization.calendar.voice', { year: String(year), count: holidays });
  const declared = own === 0 ? '' : ` ${say('organization.calendar.voice_own', { count: own })}`;
  return next ? `${all}${declared} ${say('organization.calendar.voice_next', next)}` : `${all}${declared}`;
}
