import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import { addMonths, type Day } from '#platform/clock/day.ts';
import { periodOf, periodsBetween, type Period } from '#platform/clock/period.ts';
import {
  findItem,
  indicatorNotes,
  mayTakePart,
  planWork,
  measuredByPeriod,
  rowsAbove,
  workItem,
  type Measured,
  type Plan,
  type PlanWork,
  type Version,
  type WorkRow,
} from '#domains/plan/index.ts';
import { findMeasure, type Measure } from './catalogue.ts';
import type { Figure } from './figures.ts';
import { measure, type Measurement } from './measuring.ts';
import { wantedBy } from './narrowing.ts';
import { recordsOf, type MadeOf } from './records.ts';
import { pastOf, seriesOf, type PeriodFigure } from './series.ts';

/** The last records, for a look; all of them are in the measure's own page. */
const lastRecords = 6;

export interface Records {
  readonly rows: readonly MadeOf[];
  readonly total: number;
  /** What the measure's page is asked for, to show these and no others. */
  readonly asked: Readonly<Record<string, string>>;
}

export interface IndicatorCard extends Awaited<ReturnType<typeof indicatorNotes>> {
  readonly plan: Plan;
  readonly version: Version;
  readonly row: WorkRow;
  readonly above: readonly WorkRow[];
  readonly measure: Measure | undefined;
  readonly own: boolean;
  readonly figure: Figure;
  readonly series: readonly PeriodFigure[];
  /** The same periods a year before, when anything was measured in them. */
  readonly past: readonly PeriodFigure[];
  /** Readings by period; what counts and what waits. When it reads itself, those of before the house counted. */
  readonly periods: readonly Measured[];
  /** Periods that a reading may be taken for, newest first: from the year in which the plan came into force. */
  readonly open: readonly Period[];
  /** The facts that make the figure up; null when it is taken by hand. */
  readonly records: Records | null;
  readonly may: { readonly take: boolean; readonly correct: boolean; readonly decide: boolean; readonly annotate: boolean };
  readonly today: Day;
}

/** An indicator: how it stands, by periods, what was measured and said, and the records that make it up. @throws NotFound */
export async function indicatorCard(ctx: Ctx, item: number): Promise<IndicatorCard> {
  const found = await findItem(ctx, item);
  if (found?.kind !== 'indicator') throw new NotFound(`indicator ${item}`);
  const today = await todayOf(ctx);
  const [work, notes, part] = await Promise.all([
    planWork(ctx, found.plan, { day: today, until: ctx.now }),
    indicatorNotes(ctx, item),
    workItem(ctx, item),
  ]);
  const row = work?.rows.find((one) => one.item === item);
  if (!work || !row) throw new NotFound(`indicator ${item}`);
  const {
    indicator,
    points,
    periods: counting,
    figure,
  } = (await measure(ctx, [{ ...work, rows: [row] }], today, addMonths(today, -12))).get(item)!;
  const taken = measuredByPeriod(notes.readings, row.targets.length > 0);
  const told = new Set(counting.map(({ all }) => all[0]!.startsOn));
  const periods = indicator.own ? taken.filter(({ all }) => told.has(all[0]!.startsOn)) : taken;
  const may = (action: 'reading.take' | 'reading.decide' | 'annotation.write') => !isRefusal(part) && mayTakePart(ctx.actor, action, part);
  return {
    ...notes,
    plan: work.plan,
    version: work.version,
    row,
    above: rowsAbove(work.rows, row),
    measure: findMeasure(row.measure!),
    own: indicator.own,
    figure,
    series: seriesOf(indicator, points, figure, today),
    past: pastOf(indicator, points, figure),
    periods,
    today,
    open: indicator.own ? [] : openPeriods(row, work, periods, today),
    records: indicator.own ? await madeOf(ctx, work, row, figure, points, today) : null,
    may: {
      take: !indicator.own && may('reading.take'),
      correct: may('reading.take'),
      decide: may('reading.decide'),
      annotate: may('annotation.write'),
    },
  };
}

function openPeriods(row: WorkRow, work: PlanWork, taken: readonly Measured[], today: Day): Period[] {
  const measured = new Set(taken.filter(({ counts, pending }) => counts ?? pending).map(({ all }) => all[0]!.startsOn));
  const first = periodOf('year', work.since).startsOn;
  const from = first > work.plan.startsOn ? first : work.plan.startsOn;
  return periodsBetween(row.frequency!, from, today)
    .filter(({ startsOn }) => !measured.has(startsOn))
    .toReversed()
    .slice(0, 24);
}

async function madeOf(
  ctx: Ctx,
  work: PlanWork,
  row: WorkRow,
  { startsOn, endsOn }: Figure,
  points: Measurement['points'],
  today: Day,
): Promise<Records> {
  const [wanted] = await wantedBy(ctx, [{ work, row }]);
  const to = endsOn < today ? endsOn : today;
  const { rows } = await recordsOf(ctx, wanted!, { from: startsOn, to, limit: lastRecords });
  const { unit: _, activity: __, ...plain } = row.filter;
  return {
    rows,
    total: points.filter((point) => point.endsOn >= startsOn).reduce((sum, { entries }) => sum + entries, 0),
    asked: {
      ...plain,
      ...(row.filter['unit'] ? { unit: row.filter['unit'] } : {}),
      ...(wanted!.activities ? { activity: String(wanted!.activities[0]) } : {}),
      from: startsOn,
    },
  };
}
