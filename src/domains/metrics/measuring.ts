import type { Ctx } from '#platform/ctx.ts';
import { addDays, type Day } from '#platform/clock/day.ts';
import { periodOf } from '#platform/clock/period.ts';
import { measuredByPeriod, type BareRow, type Measured as Period, type PlanWork, type Taken } from '#domains/plan/index.ts';
import { findMeasure } from './catalogue.ts';
import { countedByMonth, type Counting } from './counted-points.ts';
import { figureOf, targetOn, type Figure, type Measured } from './figures.ts';
import { overdueReading } from './owed-readings.ts';
import type { Point } from './points.ts';
import { wantedBy } from './narrowing.ts';

/** One indicator with all that is known of it on a day. */
export interface Measurement {
  readonly indicator: Measured;
  readonly points: readonly Point[];
  /** Readings by period; empty when it reads itself. */
  readonly periods: readonly Period<Taken>[];
  readonly figure: Figure;
}

/** Measures every indicator of several plans: a few statements, whatever their number. */
export async function measure(ctx: Ctx, works: readonly PlanWork<BareRow>[], today: Day): Promise<Map<number, Measurement>> {
  const asked = works.flatMap((work) =>
    work.rows.filter(({ kind }) => kind === 'indicator').map((row) => ({ work, row, adding: addingOf(row) })),
  );
  const own = asked.filter(({ adding }) => adding.own);
  const wanted = await wantedBy(ctx, own);
  const countings = own.map(({ adding }, key): Counting => ({ wanted: wanted[key]!, addsUp: adding.addsUp! }));
  const points = await countedByMonth(
    ctx.db,
    countings,
    firstDay(
      own.map(({ row }) => row),
      today,
    ),
    today,
  );
  const pointsOf = new Map(own.map(({ row }, key) => [row.item, points[key]!]));
  return new Map(asked.map(({ work, row, adding }) => [row.item, measurement(work, row, adding, pointsOf.get(row.item) ?? [], today)]));
}

type Adding = Pick<Measured, 'own' | 'addsUp' | 'percentile'>;

/** How an indicator adds up: what reads itself as its measure says, what is taken by hand as the plan does. */
function addingOf(row: Pick<BareRow, 'measure' | 'addsUp' | 'filter'>): Adding {
  const declared = findMeasure(row.measure!);
  if (declared?.reads !== 'own') return { own: false, addsUp: row.addsUp };
  const asked = Number(row.filter['percentile']);
  return { own: true, addsUp: declared.addsUp, percentile: asked >= 1 && asked <= 99 ? asked : (declared.percentile ?? 50) };
}

function measurement(work: PlanWork<BareRow>, row: BareRow, adding: Adding, counted: readonly Point[], today: Day): Measurement {
  const { direction, frequency, targets } = row;
  const indicator = { ...adding, direction, frequency, targets };
  const periods = adding.own ? [] : measuredByPeriod(work.readings.get(row.item) ?? [], targets.length > 0);
  const points = adding.own ? counted : readingPoints(periods);
  const overdue = adding.own || work.version.state !== 'in_force' ? null : overdueReading(row, periods, work.since, today);
  return { indicator, points, periods, figure: figureOf(indicator, points, today, overdue) };
}

export function readingPoints(periods: readonly Period<Taken>[]): Point[] {
  return periods.flatMap(({ counts }) =>
    counts ? [{ startsOn: counts.startsOn, endsOn: counts.endsOn, value: counts.value, base: 1, entries: 1, lastOn: counts.endsOn }] : [],
  );
}

/** From the first day of any target in course, and at least from the year before this one's first: what figures and series need. */
function firstDay(rows: readonly BareRow[], today: Day): Day {
  const starts = rows.map(({ targets }) => targetOn(targets, today)?.startsOn).filter((day) => day !== undefined);
  return [periodOf('year', today).startsOn, ...starts].toSorted()[0]!;
}

/** The instant at which a day ends in Colombia, or now when it has not. */
export function endOf(day: Day, now: Date): Date {
  const end = new Date(`${addDays(day, 1)}T05:00:00Z`);
  return end < now ? end : now;
}
