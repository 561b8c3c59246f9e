import type { Ctx } from '#platform/ctx.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { stale } from '#platform/stale.ts';
import { openDraft } from './draft.ts';
import { planTopic, type Plan, type Row, type Target } from './plan.ts';
import type { TargetsInput } from './rows.input.ts';
import { replaceTargets, selectRows, updateRow } from './rows.queries.ts';

/** Replaces the targets of an indicator. Refused when one has no unit, runs backwards, leaves the plan's dates or overlaps another. */
export async function setTargets(ctx: Ctx, input: TargetsInput): Promise<{ revision: number } | Refusal> {
  const draft = await openDraft(ctx, input.version);
  if (isRefusal(draft)) return draft;
  const [row] = await selectRows(ctx.db, input.version, input.item);
  if (row?.kind !== 'indicator') throw new NotFound(`indicator ${input.item}`);
  if (row.revision !== input.revision)
    return stale(row.changedByName ?? '', row.revision, [{ field: 'targets', yours: input.targets, theirs: row.targets }]);
  const targets = input.targets.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  const fault = targetFault(targets, row, draft.plan);
  if (fault) return fault;
  await replaceTargets(ctx.db, input.version, input.item, targets);
  await updateRow(ctx.db, input.version, row, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'targets.set',
    subject: { type: 'plan_item', id: input.item },
    before: { targets: row.targets },
    after: { targets },
    payload: { plan: draft.plan.id, version: input.version },
    topics: [planTopic(draft.plan.id)],
  });
  return { revision: row.revision + 1 };
}

/** `targets` in order of their first day. */
export function targetFault(
  targets: readonly Target[],
  row: Pick<Row, 'figureUnit'>,
  plan: Pick<Plan, 'startsOn' | 'endsOn'>,
): Refusal | null {
  for (const [at, target] of targets.entries()) {
    const field = `targets.${at}`;
    if (!row.figureUnit?.trim()) return refuse('target.needs_unit', {}, `${field}.value`);
    if (target.endsOn < target.startsOn) return refuse('target.backwards', {}, `${field}.endsOn`);
    if (target.startsOn < plan.startsOn || target.endsOn > plan.endsOn)
      return refuse('target.outside_plan', { from: plan.startsOn, to: plan.endsOn }, `${field}.startsOn`);
    const before = targets[at - 1];
    if (before && target.startsOn <= before.endsOn)
      return refuse('target.overlap', { from: before.startsOn, to: before.endsOn }, `${field}.startsOn`);
  }
  return null;
}
