import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';
import type { PublicFigure } from './standing.ts';

/** A figure as it is written: «61», «58 %», «1.204.300». */
export function amount(value: number, unit: string, format: Format): string {
  return unit === '%' ? format.percent(value, 1) : format.number(value, Math.abs(value) < 100 ? 1 : 0);
}

/** What a sum should have by a day is a whole number of things, once there are ten of them. */
export function whole(due: number, { addsUp }: Pick<PublicFigure, 'addsUp'>): number {
  return addsUp === 'sum' && due >= 10 ? Math.round(due) : Math.round(due * 10) / 10;
}

/** The word of its light: the ring says why there is none. */
export function lightWord(figure: Pick<PublicFigure, 'light' | 'fulfilled' | 'value' | 'target'>, say: Say): string {
  if (figure.light === 'good' && figure.fulfilled) return say('portal.light.fulfilled');
  if (figure.light === 'none' && figure.value !== null && figure.target === null) return say('portal.light.no_target');
  return say(`portal.light.${figure.light}`);
}

interface Stretch {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly open: boolean;
}

/** «Enero a marzo», «Octubre a hoy», «Noviembre», «2026»; with the year when the table runs over several. */
export function periodName(
  { startsOn, endsOn, open }: Stretch,
  frequency: PublicFigure['frequency'],
  withYear: boolean,
  say: Say,
  format: Format,
): string {
  const month = (day: string) => format.month(day).split(' ')[0]!;
  const year = startsOn.slice(0, 4);
  if (frequency === 'year') return open ? say('portal.period.to_today', { from: year }) : year;
  const from = month(startsOn);
  const name =
    frequency === 'month'
      ? from
      : open
        ? say('portal.period.to_today', { from })
        : say('portal.period.from_to', { from, to: month(endsOn) });
  return name.charAt(0).toUpperCase() + name.slice(1) + (withYear ? ` ${year}` : '');
}
