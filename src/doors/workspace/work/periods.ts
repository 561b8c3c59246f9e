import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';

/** A month, quarter or year as people call it: «octubre de 2026», «julio a septiembre de 2026», «2026». */
export function periodName(say: Say, format: Format, { startsOn, endsOn }: { startsOn: string; endsOn: string }): string {
  if (startsOn.slice(0, 7) === endsOn.slice(0, 7) && startsOn.endsWith('-01')) return format.month(startsOn);
  if (startsOn.slice(5) === '01-01' && endsOn.slice(5) === '12-31') return startsOn.slice(0, 4);
  if (startsOn.endsWith('-01') && isQuarter(startsOn, endsOn))
    return say('work.quarter', { from: monthOf(format, startsOn), to: monthOf(format, endsOn), year: startsOn.slice(0, 4) });
  return say('work.from_to', { from: format.shortDay(startsOn, endsOn), to: `${format.shortDay(endsOn)} ${endsOn.slice(0, 4)}` });
}

/** Under the axis of a chart: «ene», «ene a mar». */
export function shortPeriod(say: Say, format: Format, { startsOn, endsOn }: { startsOn: string; endsOn: string }): string {
  const month = (day: string) => format.shortDay(day).replace(/[\d\s]/g, '');
  return startsOn.slice(0, 7) === endsOn.slice(0, 7)
    ? month(startsOn)
    : endsOn.slice(5) === '12-31' && startsOn.slice(5) === '01-01'
      ? startsOn.slice(0, 4)
      : say('work.from_to', { from: month(startsOn), to: month(endsOn) });
}

const monthOf = (format: Format, day: string) => format.month(day).split(' ')[0]!;

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const isQuarter = (from: string, to: string) => Number(to.slice(5, 7)) - Number(from.slice(5, 7)) === 2 && Number(to.slice(5, 7)) % 3 === 0;
