import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import type { AnnotationInput, WithdrawalInput } from './annotations.input.ts';
import { insertAnnotation, isPersonHere, selectAnnotation, updateAnnotationWithdrawn } from './annotations.queries.ts';
import { planTopic } from './plan.ts';
import { authorizeTakingPart, workItem } from './taking-part.ts';
import { workPolicy } from './work-policy.ts';

/** Writes beside a figure why it goes as it goes, or who mends it and by when. */
export async function annotate(ctx: Ctx, input: AnnotationInput): Promise<{ id: number } | Refusal> {
  const item = await workItem(ctx, input.item, 'activity', 'indicator');
  if (isRefusal(item)) return item;
  authorizeTakingPart(ctx.actor, 'annotation.write', item);
  const problem = await problemOf(ctx, input);
  if (problem) return problem;
  const id = await insertAnnotation(ctx.db, input, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'annotation.written',
    subject: { type: 'plan_item', id: input.item },
    after: { annotation: id, ...input },
    payload: { plan: item.plan },
    topics: [planTopic(item.plan), 'portal'],
  });
  return { id };
}

/** Takes back what one wrote; the head of communications may take back anything. The audit log keeps it. */
export async function withdrawAnnotation(ctx: Ctx, { annotation: id }: WithdrawalInput): Promise<{ item: number } | Refusal> {
  const annotation = await selectAnnotation(ctx.db, id);
  if (!annotation) throw new NotFound(`annotation ${id}`);
  const item = await workItem(ctx, annotation.item);
  if (isRefusal(item)) return item;
  if (ctx.actor.id === null || annotation.person !== ctx.actor.id) {
    authorize(ctx.actor, workPolicy, 'annotation.withdraw', item.unit);
  }
  await updateAnnotationWithdrawn(ctx.db, id, ctx.now);
  await ctx.tell({
    name: 'annotation.withdrawn',
    subject: { type: 'plan_item', id: annotation.item },
    before: { annotation: id, kind: annotation.kind, text: annotation.text },
    payload: { plan: item.plan },
    topics: [planTopic(item.plan), 'portal'],
  });
  return { item: annotation.item };
}

async function problemOf(ctx: Ctx, { kind, startsOn, endsOn, owner, dueOn }: AnnotationInput): Promise<Refusal | undefined> {
  if (endsOn !== null && endsOn < startsOn) return refuse('annotation.ends_before', {}, 'endsOn');
  if (kind === 'action' && owner === null) return refuse('annotation.needs_owner', {}, 'owner');
  if (kind === 'action' && dueOn === null) return refuse('annotation.needs_date', {}, 'dueOn');
  if (owner !== null && !(await isPersonHere(ctx.db, owner))) return refuse('annotation.owner_gone', {}, 'owner');
  return undefined;
}
