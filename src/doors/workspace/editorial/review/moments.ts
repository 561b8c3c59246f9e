import type { Format } from '#platform/i18n/format.ts';
import { useWords } from '#ui/words.tsx';

/** «hoy, 8:12 a. m.», «ayer, 5:40 p. m.», «5 nov, 9:00 a. m.» */
export function momentOf(format: Format, now: Date, at: Date | string): string {
  return `${format.ago(at, now)}, ${format.time(at)}`;
}

export function useMoment(): (at: Date | string) => string {
  const { format, now } = useWords();
  return (at) => momentOf(format, now, at);
}
