import { todayOf } from '#domains/organization/index.ts';
import { selectChannels, selectSegments } from './document.queries.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import { activityHistory, type ActivityHistory } from './history.ts';
import type { Standing } from './lateness.ts';
import type { Plan, PlanChannel, Row, Version } from './plan.ts';
import { selectItem, selectRowEdits } from './rows.queries.ts';
import { mayTakePart, workItem } from './taking-part.ts';
import { planWork, type PlanWork, type WorkRow } from './work.ts';

export const activityFilters = ['late', 'soon', 'not_started', 'under_way', 'done', 'cancelled'] as const;
export type ActivityFilter = (typeof activityFilters)[number];

export interface ListedActivity extends Pick<
  Row,
  'item' | 'number' | 'title' | 'unit' | 'unitName' | 'personName' | 'recurrence' | 'startsOn' | 'endsOn'
> {
  readonly standing: Pick<Standing, 'late' | 'next' | 'state'>;
  readonly component: string;
}

export interface ActivityList {
  readonly plan: Plan;
  readonly version: Version;
  readonly today: string;
  /** What passes the filter, the latest first when asked for, else in the order of the tree. */
  readonly rows: readonly ListedActivity[];
  readonly counts: { readonly all: number; readonly late: number; readonly done: number };
  readonly units: readonly { readonly id: number; readonly name: string }[];
}

/** The activities of a plan with how each stands. @throws NotFound when the plan has no version. */
export async function listActivities(
  ctx: Ctx,
  plan: number,
  filter: { unit?: number; state?: ActivityFilter; search?: string },
): Promise<ActivityList> {
  const today = await todayOf(ctx);
  const work = await planWork(ctx, plan, { day: today, until: ctx.now });
  if (!work) throw new NotFound(`plan ${plan}`);
  const all = work.rows.filter(({ kind }) => kind === 'activity').map((row) => listed(row, work));
  return {
    plan: work.plan,
    version: work.version,
    today,
    rows: all.filter(passes(filter, today)),
    counts: {
      all: all.length,
      late: all.filter(({ standing }) => standing.late.length > 0).length,
      done: all.filter(({ standing }) => standing.state === 'done').length,
    },
    units: [
      ...new Map(all.flatMap(({ unit, unitName }) => (unit && unitName ? [[unit, { id: unit, name: unitName }] as const] : []))).values(),
    ],
  };
}

function listed(
  { item, number, title, unit, unitName, personName, recurrence, startsOn, endsOn, parent }: WorkRow,
  work: PlanWork,
): ListedActivity {
  const { late, next, state } = work.activities.get(item)!;
  const up = (of: number | null) => work.rows.find((row) => row.item === of);
  return {
    item,
    number,
    title,
    unit,
    unitName,
    personName,
    recurrence,
    startsOn,
    endsOn,
    standing: { late, next, state },
    component: up(up(parent)?.parent ?? null)?.title ?? '',
  };
}

const soonDays = 14 * 86_400_000;

function passes(
  { unit, state, search }: { unit?: number; state?: ActivityFilter; search?: string },
  today: string,
): (row: ListedActivity) => boolean {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain(search ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const isSoon = ({ standing: { late, next } }: ListedActivity) =>
    late.length === 0 && next !== undefined && Date.parse(next.endsOn) - Date.parse(today) <= soonDays;
  return (row) =>
    (unit === undefined || row.unit === unit) &&
    words.every((word) => plain(`${row.number} ${row.title}`).includes(word)) &&
    (state === undefined ||
      (state === 'late' ? row.standing.late.length > 0 : state === 'soon' ? isSoon(row) : row.standing.state === state));
}

export interface ActivityCard extends ActivityHistory {
  readonly plan: Plan;
  readonly version: Version;
  readonly row: WorkRow;
  readonly standing: Standing;
  /** From its objective down to its responsibility. */
  readonly above: readonly WorkRow[];
  readonly indicators: readonly WorkRow[];
  /** Its publics and channels, whose codes the row holds. */
  readonly segments: readonly string[];
  readonly channels: readonly Pick<PlanChannel, 'name' | 'class' | 'mode'>[];
  /** What was changed of it in the plan, and who answered for it: newest first. */
  readonly changes: readonly { readonly at: Date; readonly who: string; readonly action: string; readonly person: string | null }[];
  readonly mayAssign: boolean;
  readonly mayReport: boolean;
  readonly mayAnnotate: boolean;
  readonly today: string;
}

/** One activity with its facts, how it stands and all that was told of it. @throws NotFound */
export async function activityCard(ctx: Ctx, item: number): Promise<ActivityCard> {
  const found = await selectItem(ctx.db, item);
  if (found?.kind !== 'activity') throw new NotFound(`activity ${item}`);
  const today = await todayOf(ctx);
  const [work, history, part, edits] = await Promise.all([
    planWork(ctx, found.plan, { day: today, until: ctx.now }),
    activityHistory(ctx, item),
    workItem(ctx, item),
    selectRowEdits(ctx.db, item, 100),
  ]);
  const row = work?.rows.find((one) => one.item === item);
  if (!work || !row) throw new NotFound(`activity ${item}`);
  const [segments, channels] = await Promise.all([selectSegments(ctx.db, work.version.id), selectChannels(ctx.db, work.version.id)]);
  return {
    ...history,
    segments: namesOf(row.segments, segments),
    channels: row.channels.map((code) => channels.find((one) => one.code === code)!).filter(Boolean),
    changes: edits.filter(({ action }) => ofThePlan.test(action)).map((edit) => ({ ...edit, person: personIn(edit.after) })),
    mayAssign: !isRefusal(part) && mayTakePart(ctx.actor, 'activity.assign', part),
    plan: work.plan,
    version: work.version,
    row,
    standing: work.activities.get(item)!,
    above: rowsAbove(work.rows, row),
    today,
    indicators: work.rows.filter(({ parent }) => parent === item),
    mayReport: !isRefusal(part) && mayTakePart(ctx.actor, 'activity.report', part),
    mayAnnotate: !isRefusal(part) && mayTakePart(ctx.actor, 'annotation.write', part),
  };
}

/** Changes of what the plan says, and of who answers for it; reports and annotations are told apart. */
const ofThePlan = /^(row|targets|item)\./;

function personIn(after: unknown): string | null {
  const person = typeof after === 'object' && after !== null && 'person' in after ? after.person : null;
  return typeof person === 'string' ? person : null;
}

function namesOf(codes: readonly string[], known: readonly { readonly code: string; readonly name: string }[]): string[] {
  return codes.map((code) => known.find((one) => one.code === code)?.name ?? code);
}

/** From the objective down to what a row hangs from. */
export function rowsAbove<R extends Pick<Row, 'item' | 'parent'>>(rows: readonly R[], row: R): R[] {
  const parent = rows.find(({ item }) => item === row.parent);
  return parent ? [...rowsAbove(rows, parent), parent] : [];
}
