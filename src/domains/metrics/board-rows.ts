import type { Day } from '#platform/clock/day.ts';
import type { PlanWork, Row, WorkRow } from '#domains/plan/index.ts';
import type { Figure } from './figures.ts';
import type { Measurement } from './measuring.ts';
import { seriesOf, type PeriodFigure } from './series.ts';

/** An indicator on the board. */
export interface BoardRow extends Pick<
  Figure,
  'target' | 'value' | 'asOf' | 'due' | 'percentOfDue' | 'fulfilled' | 'light' | 'lastOn' | 'overdue'
> {
  readonly item: number;
  readonly title: string;
  readonly figureUnit: string;
  readonly measure: string;
  readonly own: boolean;
  readonly unit: number | null;
  readonly unitName: string | null;
  readonly personName: string | null;
  readonly activity: number;
  readonly component: number | null;
  readonly objective: number | null;
  /** Percent of what was due at each period's end. */
  readonly trend: readonly (number | null)[];
  /** By periods of its own frequency, up to today. */
  readonly periods: readonly PeriodFigure[];
  /** How many readings wait for a second person. */
  readonly pending: number;
  /** The activity that it measures, when it is late. */
  readonly late: { readonly title: string; readonly days: number } | null;
}

/** Every indicator of a plan in the order of its tree. */
export function boardRows(work: PlanWork, measured: ReadonlyMap<number, Measurement>, today: Day): BoardRow[] {
  const byItem = new Map(work.rows.map((row) => [row.item, row]));
  return work.rows.filter(({ kind }) => kind === 'indicator').map((row) => boardRow(row, byItem, work, measured.get(row.item)!, today));
}

function boardRow(
  row: WorkRow,
  byItem: ReadonlyMap<number, WorkRow>,
  work: PlanWork,
  { indicator, points, periods, figure }: Measurement,
  today: Day,
): BoardRow {
  const activity = byItem.get(row.parent!)!;
  const late = work.activities.get(activity.item)?.late[0];
  const series = seriesOf(indicator, points, figure, today);
  const { target, value, asOf, due, percentOfDue, fulfilled, light, lastOn, overdue } = figure;
  return {
    target,
    value,
    asOf,
    due,
    percentOfDue,
    fulfilled,
    light,
    lastOn,
    overdue,
    item: row.item,
    title: row.title,
    figureUnit: row.figureUnit!,
    measure: row.measure!,
    own: indicator.own,
    unit: row.unit ?? activity.unit,
    unitName: row.unitName ?? activity.unitName,
    personName: row.personName ?? activity.personName,
    activity: activity.item,
    component: above(row, 'component', byItem),
    objective: above(row, 'objective', byItem),
    periods: series,
    trend: series.map((period) => (period.open ? percentOfDue : period.percentOfDue)),
    pending: periods.filter(({ pending }) => pending).length,
    late: late ? { title: activity.title, days: late.daysLate } : null,
  };
}

function above(row: WorkRow, kind: Row['kind'], byItem: ReadonlyMap<number, WorkRow>): number | null {
  const parent = row.parent === null ? undefined : byItem.get(row.parent);
  return parent === undefined ? null : parent.kind === kind ? parent.item : above(parent, kind, byItem);
}
