import { todayOf } from '#domains/organization/index.ts';
import { shared, type Ctx } from '#platform/ctx.ts';
import type { Day } from '#platform/clock/day.ts';
import { reportStates, standing, type ReportState, type Standing } from './lateness.ts';
import type { Row } from './plan.ts';
import type { Working } from './plan-work.queries.ts';
import { selectPublicActivities, type NamelessActivity } from './public.queries.ts';

export const publicStates = ['late', ...reportStates] as const;
export type PublicState = 'late' | ReportState;

export interface PublicActivity extends Pick<
  Row,
  'item' | 'number' | 'title' | 'unit' | 'unitName' | 'startsOn' | 'endsOn' | 'recurrence'
> {
  /** Who answers for it, never by name. */
  readonly post: string | null;
  readonly state: PublicState;
  /** Of what is owed next, 0–100; null when nothing more is. */
  readonly percent: number | null;
  readonly daysLate: number;
}

export interface ActivityPage {
  /** Those of one page, in the order of the tree. */
  readonly rows: readonly PublicActivity[];
  /** How many pass the filters, and how many there are. */
  readonly found: number;
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  /** The dependencies that answer for any. */
  readonly units: readonly { readonly id: number; readonly name: string }[];
  readonly today: Day;
}

interface Asked {
  readonly search?: string;
  readonly unit?: number | undefined;
  readonly state?: PublicState | undefined;
  /** From 1; one past the last is the last. */
  readonly page?: number;
  /** All of them when it is not said. */
  readonly atOnce?: number;
}

/** What a version in force promises to do, activity by activity, with how each stands today. */
export async function publicActivities(
  ctx: Ctx,
  { version, since: first }: Pick<Working, 'version' | 'since'>,
  { search = '', unit, state, page = 1, atOnce }: Asked,
): Promise<ActivityPage> {
  const [today, all] = await Promise.all([
    todayOf(ctx),
    shared(ctx, `activities of version ${version.id}`, () => selectPublicActivities(ctx.db, version.id, ctx.now)),
  ]);
  const standings = new Map<number, Standing>();
  const stands = (row: NamelessActivity) => {
    const known = standings.get(row.item) ?? standing(row, row.told, first ?? today, today);
    standings.set(row.item, known);
    return known;
  };
  const words = plain(search).split(/\s+/).filter(Boolean);
  const found = all.filter(
    (row) =>
      (unit === undefined || row.unit === unit) &&
      words.every((word) => plain(`${row.number} ${row.title}`).includes(word)) &&
      (state === undefined || stateOf(stands(row)) === state),
  );
  const pages = Math.max(1, Math.ceil(found.length / (atOnce ?? Math.max(1, found.length))));
  const at = Math.min(Math.max(1, page), pages);
  const shown = atOnce === undefined ? found : found.slice((at - 1) * atOnce, at * atOnce);
  return {
    rows: shown.map((row) => ({ ...untold(row), ...statement(stands(row)) })),
    found: found.length,
    all: all.length,
    page: at,
    pages,
    units: [
      ...new Map(
        all.flatMap((row) => (row.unit && row.unitName ? [[row.unit, { id: row.unit, name: row.unitName }] as const] : [])),
      ).values(),
    ],
    today,
  };
}

const untold = ({ told: _, ...row }: NamelessActivity) => row;

const stateOf = ({ late, state }: Standing): PublicState => (late.length > 0 ? 'late' : state);

function statement(stands: Standing): Pick<PublicActivity, 'state' | 'percent' | 'daysLate'> {
  const { late, next } = stands;
  return { state: stateOf(stands), percent: next ? (next.told?.percent ?? 0) : null, daysLate: late[0]?.daysLate ?? 0 };
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
