import type { BoardRow, Light as LightName } from '#domains/metrics/index.ts';
import type { Format } from '#platform/i18n/format.ts';
import { Light } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

/** A figure with its unit only when it is part of the number: 58 %, 1.204.300. Small ones keep a decimal. */
export function figureIn(format: Format, value: number, unit: string): string {
  const decimals = Number.isInteger(value) || Math.abs(value) >= 1000 ? 0 : 1;
  return unit === '%' ? format.percent(value, decimals) : format.number(value, decimals);
}

/** The light in its words; without a target there is nothing to light. */
export function FigureLight({ light, target }: { light: LightName; target: number | null }) {
  const { say } = useWords();
  return <Light light={light}>{say(light === 'none' && target === null ? 'metrics.light.no_target' : `metrics.light.${light}`)}</Light>;
}

/** Told whole and never rounded up: 94,6 % is not yet on target. */
export function OfDue({ row }: { row: Pick<BoardRow, 'fulfilled' | 'percentOfDue' | 'overdue'> }) {
  const { say, format } = useWords();
  if (row.fulfilled) return say('work.fulfilled');
  if (row.percentOfDue === null || row.overdue) return <span className="muted">—</span>;
  return row.percentOfDue >= 999 ? say('work.over') : format.percent(Math.floor(row.percentOfDue));
}
