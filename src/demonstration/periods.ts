import { addMonths, type Day } from '#platform/clock/day.ts';
import type { PeriodKind } from '#platform/clock/period.ts';

const months = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];
const month = (day: Day) => months[Number(day.slice(5, 7)) - 1]!;

/** A period in the words of a paper's name: «octubre de 2026», «julio a septiembre de 2026», «2026». */
export function spelled(kind: PeriodKind, startsOn: Day): string {
  const year = startsOn.slice(0, 4);
  if (kind === 'year') return year;
  return kind === 'month' ? `${month(startsOn)} de ${year}` : `${month(startsOn)} a ${month(addMonths(startsOn, 2))} de ${year}`;
}
