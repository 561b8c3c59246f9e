import type { Ctx } from '#platform/ctx.ts';
import { addDays, type Day } from '#platform/clock/day.ts';
import { periodOf } from '#platform/clock/period.ts';
import { measuredByPeriod, type Measured as Period, type PlanWork, type Row } from '#domains/plan/index.ts';
import { readsItself } from './catalogue.ts';
import { selectChannelsOfClass, selectMonths, selectUnitBranches, type MonthSum, type Wanted } from './facts.queries.ts';
import { figureOf, targetOn, type Figure, type Measured } from './figures.ts';
import { overdueReading } from './owed-readings.ts';
import type { Point } from './points.ts';

/** One indicator with all that is known of it on a day. */
export interface Measurement {
  readonly row: Row;
  readonly indicator: Measured;
  readonly points: readonly Point[];
  /** Readings by period; empty when it reads itself. */
  readonly periods: readonly Period[];
  readonly figure: Figure;
}

/** Measures every indicator of several plans: two statements, whatever their number. */
export async function measure(ctx: Ctx, works: readonly PlanWork[], today: Day): Promise<Map<number, Measurement>> {
  const asked = works.flatMap((work) => work.rows.filter(({ kind }) => kind === 'indicator').map((row) => ({ work, row })));
  const own = asked.filter(({ row }) => readsItself(row.measure!));
  const wanted = await wantedBy(ctx, own);
  const months = Map.groupBy(
    await selectMonths(
      ctx.db,
      wanted,
      firstDay(
        own.map(({ row }) => row),
        today,
      ),
      today,
    ),
    ({ key }) => key,
  );
  const monthsOf = new Map(own.map(({ row }, key) => [row.item, (months.get(key) ?? []).map((sum) => monthPoint(sum, today))]));
  return new Map(asked.map(({ work, row }) => [row.item, measurement(work, row, monthsOf.get(row.item), today)]));
}

function measurement(work: PlanWork, row: Row, months: readonly Point[] | undefined, today: Day): Measurement {
  const indicator = {
    direction: row.direction,
    addsUp: row.addsUp,
    frequency: row.frequency,
    targets: row.targets,
    own: months !== undefined,
  };
  const periods = months ? [] : measuredByPeriod(work.readings.get(row.item) ?? [], row.targets.length > 0);
  const points = months ?? readingPoints(periods);
  const overdue = months || work.version.state !== 'in_force' ? null : overdueReading(row, periods, work.since, today);
  return { row, indicator, points, periods, figure: figureOf(indicator, points, today, overdue) };
}

export function readingPoints(periods: readonly Period[]): Point[] {
  return periods.flatMap(({ counts }) =>
    counts ? [{ startsOn: counts.startsOn, endsOn: counts.endsOn, value: counts.value, entries: 1, lastOn: counts.endsOn }] : [],
  );
}

function monthPoint({ month, amount, entries, lastOn }: MonthSum, today: Day): Point {
  const { endsOn } = periodOf('month', month);
  return { startsOn: month, endsOn: endsOn < today ? endsOn : today, value: amount, entries, lastOn };
}

/** From the first day of any target in course, and at least from the year's first: what figures and their series need. */
function firstDay(rows: readonly Row[], today: Day): Day {
  const starts = rows.map(({ targets }) => targetOn(targets, today)?.startsOn).filter((day) => day !== undefined);
  return [periodOf('year', today).startsOn, ...starts].toSorted()[0]!;
}

/** The facts that each indicator counts: its measure, narrowed by its filter's codes. */
export async function wantedBy(ctx: Ctx, asked: readonly { work: Pick<PlanWork, 'version'>; row: Row }[]): Promise<Wanted[]> {
  const units = await selectUnitBranches(ctx.db, [...new Set(asked.flatMap(({ row }) => row.filter.unit ?? []))]);
  const classed = new Map(
    await Promise.all(
      [...new Set(asked.filter(({ row }) => row.filter.class).map(({ work }) => work.version.id))].map(
        async (version) => [version, await selectChannelsOfClass(ctx.db, version)] as const,
      ),
    ),
  );
  return asked.map(({ work, row: { measure: code, filter } }) => ({
    measure: code!,
    units: filter.unit ? (units.get(filter.unit) ?? []) : null,
    channels: filter.channel ? [filter.channel] : filter.class ? (classed.get(work.version.id)?.get(filter.class) ?? []) : null,
    segment: filter.segment ?? null,
    section: filter.section ?? null,
    region: filter.region ?? null,
  }));
}

/** The instant at which a day ends in Colombia, or now when it has not. */
export function endOf(day: Day, now: Date): Date {
  const end = new Date(`${addDays(day, 1)}T05:00:00Z`);
  return end < now ? end : now;
}
