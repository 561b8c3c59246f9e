import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { NotFound } from '#platform/refusal.ts';
import type { Day } from '#platform/clock/day.ts';
import { alignedWorks, planWork, type Plan, type PlanWork, type Row, type Version } from '#domains/plan/index.ts';
import { branchesOf } from './advance.ts';
import { boardRows, type BoardRow } from './board-rows.ts';
import { endOf, measure } from './measuring.ts';
import { mean, rollUp, type Advance } from './roll-up.ts';
import type { Light } from './traffic-light.ts';

export interface BoardFilter {
  /** A dependency of an indicator's activity. */
  readonly unit?: number;
  readonly component?: number;
  readonly light?: Light;
  readonly search?: string;
  /** Looks back to the end of a day. */
  readonly at?: Day;
}

export type Lights = Readonly<Record<Light, number>>;

/** A part of the plan, with what hangs from it counted. */
export interface BoardPart extends Pick<Row, 'item' | 'number' | 'title' | 'parent'> {
  readonly advance: Advance | null;
  readonly indicators: number;
  readonly lights: Lights;
  readonly lateActivities: number;
}

export interface Board {
  readonly plan: Plan;
  readonly version: Version;
  readonly today: Day;
  readonly advance: Advance | null;
  readonly objectives: readonly BoardPart[];
  readonly components: readonly BoardPart[];
  /** Of the whole plan, whatever is filtered. */
  readonly lights: Lights;
  readonly activities: number;
  readonly lateActivities: number;
  readonly overdueReadings: number;
  /** The plans whose progress adds to this one. */
  readonly aligned: readonly Plan[];
  /** What passes the filter, in the order of the tree. */
  readonly rows: readonly BoardRow[];
  /** Everything that may be chosen in the filters. */
  readonly units: readonly { readonly id: number; readonly name: string }[];
}

/** The board of a plan, as the page, the portal and the API show it. @throws NotFound when it has no version. */
export async function planBoard(ctx: Ctx, plan: number, filter: BoardFilter = {}): Promise<Board> {
  return (await workedBoard(ctx, plan, filter)).board;
}

/** The board of a plan with the work that it is made from, for pages that show both. @throws NotFound when it has no version. */
export async function workedBoard(ctx: Ctx, plan: number, filter: BoardFilter = {}): Promise<{ board: Board; work: PlanWork }> {
  const now = await todayOf(ctx);
  const today = filter.at && filter.at < now ? filter.at : now;
  const look = { day: today, until: endOf(today, ctx.now) };
  const [work, aligned] = await Promise.all([planWork(ctx, plan, look), alignedWorks(ctx, plan, look)]);
  if (!work) throw new NotFound(`plan ${plan}`);
  const measured = await measure(ctx, [work, ...aligned], today);
  const advances = rollUp(branchesOf([work, ...aligned], measured, today));
  const rows = boardRows(work, measured, today);
  const late = lateBelow(work);
  const parts = (kind: Row['kind']): BoardPart[] => {
    const own = Map.groupBy(rows, (row) => (kind === 'objective' ? row.objective : row.component));
    return work.rows
      .filter((row) => row.kind === kind)
      .map(({ item, number, title, parent }) => {
        const indicators = own.get(item) ?? [];
        const advance = advances.get(item) ?? null;
        const counted = { indicators: indicators.length, lights: countLights(indicators), lateActivities: late.get(item) ?? 0 };
        return { item, number, title, parent, advance, ...counted };
      });
  };
  const objectives = parts('objective');
  const board = {
    plan: work.plan,
    version: work.version,
    today,
    objectives,
    components: parts('component'),
    advance: mean(objectives.map(({ advance }) => advance).filter((advance) => advance !== null)),
    lights: countLights(rows),
    activities: work.activities.size,
    lateActivities: late.get(null) ?? 0,
    overdueReadings: rows.filter(({ overdue }) => overdue).length,
    aligned: aligned.map((one) => one.plan),
    rows: rows.filter(passes(filter)),
    units: [
      ...new Map(rows.flatMap(({ unit, unitName }) => (unit && unitName ? [[unit, { id: unit, name: unitName }] as const] : []))).values(),
    ],
  };
  return { board, work };
}

/** How many late activities hang from each place; under null, from the whole plan. */
function lateBelow(work: PlanWork): Map<number | null, number> {
  const parentOf = new Map(work.rows.map(({ item, parent }) => [item, parent]));
  const counts = new Map<number | null, number>();
  for (const [item, { late }] of work.activities) {
    if (late.length === 0) continue;
    for (let at: number | null = item; ; at = parentOf.get(at) ?? null) {
      counts.set(at, (counts.get(at) ?? 0) + 1);
      if (at === null) break;
    }
  }
  return counts;
}

function countLights(rows: readonly BoardRow[]): Lights {
  const of = (light: Light) => rows.filter((row) => row.light === light).length;
  return { good: of('good'), risk: of('risk'), off: of('off'), none: of('none') };
}

function passes({ unit, component, light, search }: BoardFilter): (row: BoardRow) => boolean {
  const words = plain(search ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return (row) =>
    (unit === undefined || row.unit === unit) &&
    (component === undefined || row.component === component) &&
    (light === undefined || row.light === light) &&
    words.every((word) => plain(row.title).includes(word));
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
