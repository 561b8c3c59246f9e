import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { notify, todayOf } from '#domains/organization/index.ts';
import { isHead } from './memos/heads.queries.ts';
import { editorialPolicy } from './policy.ts';
import type { StandInInput } from './stand-ins.input.ts';
import { endStandIn, insertStandIn, isNamed, mayReview, selectOwnerOf, selectStandIns, type StandIn } from './stand-ins.queries.ts';

export type { StandIn };

/** Who stands in for whom, now or later: one's own, and everybody's for who may name them. */
export async function listStandIns(ctx: Ctx, { everybody = false } = {}): Promise<StandIn[]> {
  if (everybody) authorize(ctx.actor, editorialPolicy, 'stand_ins.name_for_others');
  return selectStandIns(ctx.db, await todayOf(ctx), everybody ? null : ctx.actor.id);
}

/**
 * Names who decides for somebody while he is away. Everybody names his own; the head of communications names for others, though never
 * himself: nobody gives himself another's eyes. A stand-in decides what was asked of the one away and passes nothing on.
 */
export async function nameStandIn(ctx: Ctx, input: StandInInput): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, editorialPolicy, 'stand_ins.name');
  const person = input.person ?? ctx.actor.id;
  if (person === null) return refuse('input.person', {}, 'person');
  if (person !== ctx.actor.id) authorize(ctx.actor, editorialPolicy, 'stand_ins.name_for_others');
  if (input.standIn === person) return refuse('stand_in.same', {}, 'standIn');
  if (person !== ctx.actor.id && input.standIn === ctx.actor.id) return refuse('stand_in.oneself', {}, 'standIn');
  if (input.endsOn < input.startsOn) return refuse('stand_in.ends_before', {}, 'endsOn');
  if (input.endsOn < (await todayOf(ctx))) return refuse('stand_in.past', {}, 'endsOn');
  const reviewing = editorialPolicy['pieces.review'].roles;
  // For a head who reviews nothing anybody may stand in: he signs for him.
  const signsOnly = async () => (await isHead(ctx.db, person)) && !(await mayReview(ctx.db, person, reviewing));
  const mayStandIn = (await mayReview(ctx.db, input.standIn, reviewing)) || (await signsOnly());
  if (!mayStandIn) return refuse('stand_in.may_not', {}, 'standIn');
  if (await isNamed(ctx.db, person, input.startsOn, input.endsOn)) return refuse('stand_in.already', {}, 'startsOn');
  const id = await insertStandIn(ctx.db, { ...input, person }, ctx.actor.id, ctx.now);
  await notify(ctx, {
    to: [input.standIn, person],
    kind: 'stand_in.named',
    facts: { who: ctx.actor.name, from: input.startsOn, to: input.endsOn },
    path: '/workspace/reviews',
    subject: { type: 'stand_in', id },
  });
  await ctx.tell({
    name: 'stand_in.named',
    subject: { type: 'stand_in', id },
    after: { person, standIn: input.standIn, startsOn: input.startsOn, endsOn: input.endsOn },
    topics: ['reviews'],
  });
  return { id };
}

/** Whoever was away is back. */
export async function dismissStandIn(ctx: Ctx, input: { id: number }): Promise<{ id: number }> {
  authorize(ctx.actor, editorialPolicy, 'stand_ins.name');
  const owner = await selectOwnerOf(ctx.db, input.id);
  if (owner === undefined) throw new NotFound(`stand-in ${input.id}`);
  if (owner !== ctx.actor.id) authorize(ctx.actor, editorialPolicy, 'stand_ins.name_for_others');
  await endStandIn(ctx.db, input.id, ctx.now);
  await ctx.tell({ name: 'stand_in.dismissed', subject: { type: 'stand_in', id: input.id }, topics: ['reviews'] });
  return { id: input.id };
}
