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
import { selectBeginnings } from './sums.queries.ts';

/** One indicator with all that is known of it on a day. */
export interface Measurement {
  readonly indicator: Measured;
  readonly points: readonly Point[];
  /** Readings by period; when it reads itself, those of before the house counted. */
  readonly periods: readonly Period<Taken>[];
  readonly figure: Figure;
}

/** Measures every indicator of several plans: a few statements, whatever their number. `since`: also what was counted from then on. */
export async function measure(ctx: Ctx, works: readonly PlanWork<BareRow>[], today: Day, since?: Day): Promise<Map<number, Measurement>> {
  const asked = works.flatMap((work) =>
    work.rows.filter(({ kind }) => kind === 'indicator').map((row) => ({ work, row, adding: addingOf(row) })),
  );
  const own = asked.filter(({ adding }) => adding.own);
  const wanted = await wantedBy(ctx, own);
  const countings = own.map(({ adding }, key): Counting => ({ wanted: wanted[key]!, addsUp: adding.addsUp! }));
  const from = firstDay(
    own.map(({ row }) => row),
    since ?? today,
    today,
  );
  const [points, begun] = await Promise.all([
    countedByMonth(ctx.db, countings, from, today),
    selectBeginnings(ctx.db, [...new Set(own.map(({ row }) => row.measure!))]),
  ]);
  const countedOf = new Map(own.map(({ row }, key) => [row.item, { points: points[key]!, since: begun.get(row.measure!) ?? null }]));
  return new Map(asked.map(({ work, row, adding }) => [row.item, measurement(work, row, adding, countedOf.get(row.item), today)]));
}

interface Counted {
  readonly points: readonly Point[];
  /** The first month in which the house counted anything of the measure. */
  readonly since: Day | null;
}

type Adding = Pick<Measured, 'own' | 'addsUp' | 'percentile'>;

/** How an indicator adds up: what reads itself as its measure says, what is taken by hand as the plan does. */
function addingOf(row: Pick<BareRow, 'measure' | 'addsUp' | 'filter'>): Adding {
  const declared = findMeasure(row.measure!);
  if (declared?.reads !== 'own') return { own: false, addsUp: row.addsUp };
  const asked = Number(row.filter['percentile']);
  return { own: true, addsUp: declared.addsUp, percentile: asked >= 1 && asked <= 99 ? asked : (declared.percentile ?? 50) };
}

function measurement(work: PlanWork<BareRow>, row: BareRow, adding: Adding, counted: Counted | undefined, today: Day): Measurement {
  const { direction, frequency, targets } = row;
  const indicator = { ...adding, direction, frequency, targets };
  const taken = measuredByPeriod(work.readings.get(row.item) ?? [], targets.length > 0);
  const periods = counted ? beforeTheLedger(taken, adding, counted) : taken;
  const points = [...readingPoints(periods), ...(counted?.points ?? [])];
  const overdue = adding.own || work.version.state !== 'in_force' ? null : overdueReading(row, periods, work.since, today);
  return { indicator, points, periods, figure: figureOf(indicator, points, today, overdue) };
}

/** What people measured before the house counted it itself still stands: a sum goes on from there. */
export function beforeTheLedger<P extends Period<Taken>>(
  taken: readonly P[],
  { addsUp }: Pick<Adding, 'addsUp'>,
  { since }: Pick<Counted, 'since'>,
): P[] {
  if (addsUp !== 'sum') return [];
  return taken.filter(({ counts }) => counts !== undefined && (since === null || counts.endsOn < since));
}

export function readingPoints(periods: readonly Period<Taken>[]): Point[] {
  return periods.flatMap(({ counts }) =>
    counts ? [{ startsOn: counts.startsOn, endsOn: counts.endsOn, value: counts.value, base: 1, entries: 1, lastOn: counts.endsOn }] : [],
  );
}

/** From the first day of any target in course, and at least from the first of a day's year: what figures and series need. */
function firstDay(rows: readonly BareRow[], since: Day, today: Day): Day {
  const starts = rows.map(({ targets }) => targetOn(targets, today)?.startsOn).filter((day) => day !== undefined);
  return [periodOf('year', since).startsOn, ...starts].toSorted()[0]!;
}

/** The instant at which a day ends in Colombia, or now when it has not. */
export function endOf(day: Day, now: Date): Date {
  const end = new Date(`${addDays(day, 1)}T05:00:00Z`);
  return end < now ? end : now;
}
