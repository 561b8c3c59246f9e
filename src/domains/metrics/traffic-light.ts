/** Disc, triangle, square, ring: on target, at risk, off target, not measured. */
export type Light = 'good' | 'risk' | 'off' | 'none';

/** The rule, as the pages state it: from 95 % of what is due, on target; from 80 %, at risk; below, off. */
export const thresholds = { good: 95, risk: 80 } as const;

interface Lit {
  /** What there is against what is due, in percent; null without a measure or a target. */
  readonly percentOfDue: number | null;
  /** Whether the whole target is reached already. */
  readonly fulfilled?: boolean;
  /** Whether the last reading owed is overdue: an old figure lights nothing. */
  readonly overdue?: boolean;
}

export function lightOf({ percentOfDue, fulfilled = false, overdue = false }: Lit): Light {
  if (percentOfDue === null) return 'none';
  if (fulfilled) return 'good';
  if (overdue) return 'none';
  return percentOfDue >= thresholds.good ? 'good' : percentOfDue >= thresholds.risk ? 'risk' : 'off';
}

/** What there is against what is due, in percent, capped at 999. When less is better, what is due is a ceiling. */
export function percentOf(value: number, due: number, direction: 'up' | 'down'): number {
  if (direction === 'up') return due <= 0 ? 100 : inside((value / due) * 100);
  if (value <= 0) return due > 0 ? most : 100;
  return inside((due / value) * 100);
}

const most = 999;
const inside = (percent: number) => Math.max(0, Math.min(most, percent));
