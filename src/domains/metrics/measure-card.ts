import type { Ctx } from '#platform/ctx.ts';
import { NotFound } from '#platform/refusal.ts';
import type { Day } from '#platform/clock/day.ts';
import { periodOf } from '#platform/clock/period.ts';
import { listChannels } from '#domains/channels/index.ts';
import { namedRegions, todayOf } from '#domains/organization/index.ts';
import { segmentsInForce } from '#domains/plan/index.ts';
import { findMeasure, measures, type Measure } from './catalogue.ts';
import { countedByMonth } from './counted-points.ts';
import { combined, type Point } from './points.ts';
import { everyRecord, recordsOf, type MadeOf } from './records.ts';
import { selectParts, selectTotals, type PartName, type PartSum, type Place } from './records.queries.ts';
import { selectMeasuring, selectUnitBranches, selectUnitNames, type Measuring } from './sums.queries.ts';
import { siteNames } from './traffic/sites.queries.ts';
import { everything, type Wanted } from './wanted.queries.ts';

/** What a page asks of a measure: between which days, narrowed by what, from which record on. */
export interface MeasureAsked extends Partial<Omit<Wanted, 'measure' | 'units' | 'activities'>> {
  /** The code of a dependency, with all below it. */
  readonly unit?: string | null;
  /** The plan's item. */
  readonly activity?: number | null;
  readonly percentile?: number | undefined;
  /** Months: the first day of the first is taken. The year so far, unless said. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly after?: Place | undefined;
}

export interface MeasureCard {
  readonly measure: Measure;
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
  /** All of it together; null when nothing was counted or a person takes it. */
  readonly value: number | null;
  /** Which percentile the value is, when it is one. */
  readonly percentile: number;
  readonly entries: number;
  readonly months: readonly MonthFigure[];
  /** By dependency, class, line …: whatever it has more than one of, or is narrowed by. */
  readonly parts: readonly PartSum[];
  /** What the codes of the parts are called, by part: dependencies, channels, publics, regions and sites. */
  readonly names: Readonly<Partial<Record<PartName, Readonly<Record<string, string>>>>>;
  readonly records: readonly MadeOf[];
  readonly next: Place | null;
  /** The indicators of plans in force that measure it. */
  readonly indicators: readonly Measuring[];
}

export interface MonthFigure extends Pick<Point, 'startsOn' | 'endsOn' | 'entries'> {
  readonly value: number | null;
}

const atOnce = 50;

/** A measure: what it counted, by months and parts, and the records behind it. @throws NotFound */
export async function measureCard(ctx: Ctx, code: string, asked: MeasureAsked): Promise<MeasureCard> {
  const measure = declared(code);
  const today = await todayOf(ctx);
  const { from, to } = window(asked, today);
  const [wanted, whole] = [await wantedOf(ctx, measure, asked), { ...everything, measure: code }];
  const adding = { own: true, addsUp: measure.addsUp, percentile: asked.percentile ?? measure.percentile ?? 50 };
  const own = measure.reads === 'own';
  const [[points = []], parts, { rows, next }, indicators] = await Promise.all([
    own ? countedByMonth(ctx.db, [{ wanted, addsUp: measure.addsUp }], from, to) : [],
    own ? selectParts(ctx.db, whole, from, to) : [],
    own ? recordsOf(ctx, wanted, { from, to, after: asked.after, limit: atOnce }) : { rows: [], next: null },
    selectMeasuring(ctx.db, code),
  ]);
  const inside = points.filter(({ endsOn }) => endsOn >= from);
  return {
    measure,
    from,
    to,
    today,
    value: own && inside.length > 0 ? combined(inside, adding) : null,
    percentile: adding.percentile,
    entries: inside.reduce((sum, { entries }) => sum + entries, 0),
    months: inside.map((point) => ({
      startsOn: point.startsOn,
      endsOn: point.endsOn,
      entries: point.entries,
      value: combined([point], adding),
    })),
    parts,
    names: await namesOf(ctx, parts),
    records: rows,
    next,
    indicators,
  };
}

async function namesOf(ctx: Ctx, parts: readonly PartSum[]): Promise<MeasureCard['names']> {
  const values = (of: PartName) => parts.flatMap(({ part, value }) => (part === of ? [value] : []));
  const [units, channels, publics, sites] = await Promise.all([
    selectUnitNames(ctx.db, values('unit')),
    listChannels(ctx),
    segmentsInForce(ctx),
    siteNames(ctx.db),
  ]);
  const called = (named: readonly { readonly code: string; readonly name: string }[]) =>
    Object.fromEntries(named.map(({ code, name }) => [code, name]));
  return {
    unit: Object.fromEntries(units),
    channel: called(channels),
    segment: called(publics),
    region: called(namedRegions(values('region'))),
    tool: called(sites),
  };
}

/** Every record of a measure as it is asked, to take away. @throws NotFound */
export async function measureRecords(ctx: Ctx, code: string, asked: MeasureAsked): Promise<AsyncGenerator<MadeOf>> {
  const measure = declared(code);
  const { from, to } = window(asked, await todayOf(ctx));
  return everyRecord(ctx, await wantedOf(ctx, measure, asked), from, to);
}

export interface ListedMeasure extends Measure {
  /** How many records were counted in the year so far, and when the last. */
  readonly entries: number;
  readonly lastOn: Day | null;
  /** How many indicators of plans in force measure it. */
  readonly indicators: number;
}

/** The catalogue by domains, with what was counted of each measure in the year so far. */
export async function listMeasures(ctx: Ctx): Promise<ListedMeasure[]> {
  const [totals, used] = await Promise.all([selectTotals(ctx.db, periodOf('year', await todayOf(ctx)).startsOn), selectMeasuring(ctx.db)]);
  const byCode = new Map(totals.map((total) => [total.measure, total]));
  const uses = Map.groupBy(used, ({ measure }) => measure);
  const areas = [...new Set(measures.map(areaOf))];
  return measures
    .toSorted((one, other) => areas.indexOf(areaOf(one)) - areas.indexOf(areaOf(other)))
    .map((measure) => ({
      ...measure,
      entries: byCode.get(measure.code)?.entries ?? 0,
      lastOn: byCode.get(measure.code)?.lastOn ?? null,
      indicators: uses.get(measure.code)?.length ?? 0,
    }));
}

/** The domain that declares it. */
const areaOf = ({ code }: Measure) => code.slice(0, code.indexOf('.'));

function declared(code: string): Measure {
  const measure = findMeasure(code);
  if (!measure) throw new NotFound(`measure ${code}`);
  return measure;
}

/** The months that are looked at: the year so far, unless said. */
export function window({ from, to }: Pick<MeasureAsked, 'from' | 'to'>, today: Day): { from: Day; to: Day } {
  const last = to && to < today ? to : today;
  const first = periodOf('month', from ?? periodOf('year', last).startsOn).startsOn;
  return { from: first < last ? first : periodOf('month', last).startsOn, to: last };
}

async function wantedOf(
  ctx: Ctx,
  { code }: Measure,
  { unit, activity, percentile: _, from: __, to: ___, after: ____, ...narrowed }: MeasureAsked,
): Promise<Wanted> {
  const units = unit ? ((await selectUnitBranches(ctx.db, [unit])).get(unit) ?? []) : null;
  return { ...everything, ...narrowed, measure: code, units, activities: activity ? [activity] : null };
}
