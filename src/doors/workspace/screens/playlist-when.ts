import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';

interface Schedule {
  readonly days: readonly number[];
  readonly fromTime: string | null;
  readonly untilTime: string | null;
  readonly fromDay: string | null;
  readonly untilDay: string | null;
}

/** When a playlist is on, as people say it: «de lunes a viernes, de 07:00 a 12:00, del 1 dic al 31 dic». */
export function playlistWhen({ days, fromTime, untilTime, fromDay, untilDay }: Schedule, say: Say, format: Format): string {
  const said = daysSaid(days, say, format);
  const hours = fromTime && untilTime ? say('screens.when.hours', { days: said, from: fromTime, until: untilTime }) : said;
  if (fromDay && untilDay)
    return say('screens.when.between', { when: hours, from: format.shortDay(fromDay), until: format.shortDay(untilDay) });
  if (fromDay) return say('screens.when.from', { when: hours, from: format.shortDay(fromDay) });
  if (untilDay) return say('screens.when.until', { when: hours, until: format.shortDay(untilDay) });
  return days.length === 7 && !fromTime ? say('screens.when.always') : hours;
}

function daysSaid(days: readonly number[], say: Say, format: Format): string {
  const set = days.toSorted((one, other) => one - other).join('');
  if (set === '1234567') return say('screens.when.every_day');
  if (set === '12345') return say('screens.when.weekdays');
  if (set === '67') return say('screens.when.weekend');
  return format.list([...set].map((day) => say(`screens.day.${day}`).toLowerCase()));
}
