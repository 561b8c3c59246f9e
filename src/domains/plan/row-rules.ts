import { refuse, type Refusal } from '#platform/refusal.ts';
import type { Plan, PlanChannel, Row, Segment } from './plan.ts';
import type { RowValues } from './rows.queries.ts';

/** What a row may refer to in its version. */
export interface Around {
  readonly plan: Plan;
  readonly rows: readonly Row[];
  readonly segments: readonly Segment[];
  readonly channels: readonly PlanChannel[];
  /** Objectives of the parent plan that one may align to. */
  readonly alignable: ReadonlySet<number>;
}

const servable = { component: 'objective', activity: 'responsibility' } as const;

/** The first thing wrong with a row in its version, beside its field; null when nothing is. */
export function faultOf(row: RowValues, around: Around): Refusal | null {
  const twin = around.rows.find((other) => other.kind === row.kind && other.code === row.code && other.item !== row.item);
  if (twin) return refuse('row.code_taken', { code: row.code, title: twin.title }, 'code');
  if (row.kind === 'objective' && row.aligned !== null && !around.alignable.has(row.aligned))
    return refuse('row.not_alignable', {}, 'aligned');
  return (row.kind === 'activity' ? activityFault(row, around) : null) ?? servesFault(row, around);
}

function activityFault({ startsOn, endsOn, segments, channels }: RowValues, { plan, ...around }: Around): Refusal | null {
  if (startsOn! > endsOn!) return refuse('row.backwards', {}, 'endsOn');
  const bounds = { from: plan.startsOn, to: plan.endsOn };
  if (startsOn! < plan.startsOn || startsOn! > plan.endsOn) return refuse('row.outside_plan', bounds, 'startsOn');
  if (endsOn! > plan.endsOn) return refuse('row.outside_plan', bounds, 'endsOn');
  const segment = segments.find((code) => !around.segments.some((known) => known.code === code));
  if (segment !== undefined) return refuse('row.unknown_segment', { code: segment }, 'segments');
  const channel = channels.find((code) => !around.channels.some((known) => known.code === code));
  return channel === undefined ? null : refuse('row.unknown_channel', { code: channel }, 'channels');
}

function servesFault(row: RowValues, { rows }: Around): Refusal | null {
  const kind = servable[row.kind as keyof typeof servable];
  const fits = (item: number) => item !== row.parent && rows.some((other) => other.item === item && other.kind === kind);
  return row.alsoServes.every(fits) ? null : refuse('row.cannot_serve', {}, 'alsoServes');
}
