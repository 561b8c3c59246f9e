import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { markDelivered, markFailed } from './delivered.ts';
import { dispatchTopic, type Dispatch } from './dispatch.ts';
import { lockDispatches, selectDispatch } from './dispatches.queries.ts';
import { moveOne } from './dispatches.ts';
import type { CarriedInput, SettledInput, SteeredInput } from './dispatches.input.ts';
import { statesBefore } from './dispatch-states.ts';
import { channelsPolicy } from './policy.ts';

async function wanted(ctx: Ctx, id: number): Promise<Dispatch> {
  const dispatch = await selectDispatch(ctx.db, id);
  if (!dispatch) throw new NotFound(`dispatch ${id}`);
  return dispatch;
}

/** «Ya salió»: who carried it says where or how it is seen. */
export async function carryDispatch(ctx: Ctx, input: CarriedInput): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, channelsPolicy, 'dispatches.carry');
  const dispatch = await wanted(ctx, input.dispatch);
  if (dispatch.state !== 'waiting' || !(await markDelivered(ctx, dispatch, input.note))) return refuse('dispatch.moved');
  return { id: dispatch.id };
}

/** What was not known: a person looked, and says whether it left. Only then may it be tried again. */
export async function settleUnknown(ctx: Ctx, input: SettledInput): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, channelsPolicy, 'dispatches.steer');
  const dispatch = await wanted(ctx, input.dispatch);
  if (dispatch.state !== 'unknown') return refuse('dispatch.moved');
  const settled = input.left === 'yes' ? await markDelivered(ctx, dispatch, input.note) : await markFailed(ctx, dispatch, input.note);
  return settled ? { id: dispatch.id } : refuse('dispatch.moved');
}

const told = {
  hold: 'dispatch.held',
  release: 'dispatch.released',
  cancel: 'dispatch.cancelled',
  retry: 'dispatch.retried',
} as const;

/** Holds back what is scheduled, lets it go, stops it, or tries again what certainly failed. */
export async function steerDispatch(ctx: Ctx, input: SteeredInput): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, channelsPolicy, 'dispatches.steer');
  const dispatch = await wanted(ctx, input.dispatch);
  if (
    input.act === 'retry' &&
    (await lockDispatches(ctx.db, dispatch.source, statesBefore('cancel'), [dispatch.channel])).some(({ id }) => id !== dispatch.id)
  )
    return refuse('dispatch.another_waits');
  const state = await moveOne(ctx, dispatch, input.act, input.note);
  if (isRefusal(state)) return state;
  await ctx.tell({
    name: told[input.act],
    subject: { type: 'dispatch', id: dispatch.id },
    before: { state: dispatch.state },
    after: { state },
    payload: { source: dispatch.source, channel: dispatch.channel },
    topics: ['dispatches', dispatchTopic(dispatch.id)],
  });
  return { id: dispatch.id };
}
