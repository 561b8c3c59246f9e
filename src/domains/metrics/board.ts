import type { Ctx } from '#platform/ctx.ts';
import { NotFound } from '#platform/refusal.ts';
import type { Day } from '#platform/clock/day.ts';
import { alignedPlans, planWork, today as dayOf, type Plan, type PlanWork, type Row, type Version } from '#domains/plan/index.ts';
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
  const now = await dayOf(ctx);
  const today = filter.at && filter.at < now ? filter.at : now;
  const look = { day: today, until: endOf(today, ctx.now) };
  const [work, below] = await Promise.all([planWork(ctx, plan, look), alignedPlans(ctx, plan)]);
  if (!work) throw new NotFound(`plan ${plan}`);
  const aligned = (await Promise.all(below.map((id) => planWork(ctx, id, look)))).filter((one) => one !== undefined);
  const measured = await measure(ctx, [work, ...aligned], today);
  const advances = rollUp(branchesOf([work, ...aligned], measured, today));
  const rows = boardRows(work, measured, today);
  const parts = (kind: Row['kind']) => work.rows.filter((row) => row.kind === kind).map((row) => partOf(row, work, rows, advances));
  const objectives = parts('objective');
  return {
    plan: work.plan,
    version: work.version,
    today,
    objectives,
    components: parts('component'),
    advance: mean(objectives.map(({ advance }) => advance).filter((advance) => advance !== null)),
    lights: countLights(rows),
    activities: work.activities.size,
    lateActivities: lateAmong(work, () => true),
    overdueReadings: rows.filter(({ overdue }) => overdue).length,
    aligned: aligned.map((one) => one.plan),
    rows: rows.filter(passes(filter)),
    units: [
      ...new Map(rows.flatMap(({ unit, unitName }) => (unit && unitName ? [[unit, { id: unit, name: unitName }] as const] : []))).values(),
    ],
  };
}

function partOf(row: Row, work: PlanWork, rows: readonly BoardRow[], advances: ReadonlyMap<number, Advance>): BoardPart {
  const own = rows.filter((one) => one.objective === row.item || one.component === row.item);
  const parentOf = new Map(work.rows.map(({ item, parent }) => [item, parent]));
  const hangs = (item: number | null): boolean => item === row.item || (item !== null && hangs(parentOf.get(item) ?? null));
  return {
    item: row.item,
    number: row.number,
    title: row.title,
    parent: row.parent,
    advance: advances.get(row.item) ?? null,
    indicators: own.length,
    lights: countLights(own),
    lateActivities: lateAmong(work, hangs),
  };
}

const lateAmong = (work: PlanWork, hangs: (item: number) => boolean) =>
  [...work.activities].filter(([item, { late }]) => late.length > 0 && hangs(item)).length;

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
