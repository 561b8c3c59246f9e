import type { Ctx } from '#platform/ctx.ts';
import { dispatchTopic, type Dispatch } from './dispatch.ts';
import { lockDispatches, moveDispatch } from './dispatches.queries.ts';
import { statesBefore } from './dispatch-states.ts';

/** It is out: what was out before by the same channel is replaced, and the house is told. False when it no longer could be. */
export async function markDelivered(ctx: Ctx, dispatch: Dispatch, note = ''): Promise<boolean> {
  const { id, source, channel } = dispatch;
  for (const before of await lockDispatches(ctx.db, source, ['delivered'], [channel]))
    await moveDispatch(ctx.db, before.id, { from: ['delivered'], to: 'replaced', by: ctx.actor.id, now: ctx.now });
  if (!(await moveDispatch(ctx.db, id, { from: statesBefore('deliver'), to: 'delivered', by: ctx.actor.id, now: ctx.now, note })))
    return false;
  await ctx.tell({
    name: 'dispatch.delivered',
    subject: { type: 'dispatch', id },
    before: { state: dispatch.state },
    after: { state: 'delivered', sha256: dispatch.contentSha256 },
    payload: { source, channel, means: dispatch.means, sha256: dispatch.contentSha256, dueAt: dispatch.dueAt, deliveredAt: ctx.now },
    topics: [
      'dispatches',
      dispatchTopic(id),
      ...(dispatch.public ? ['portal'] : []),
      ...(dispatch.means === 'screen' ? ['screen_program'] : []),
    ],
  });
  return true;
}

/** It certainly did not leave. Whoever scheduled it is told of it (`delivery.ts`). */
export async function markFailed(ctx: Ctx, dispatch: Dispatch, error: string): Promise<boolean> {
  const { id, source, channel } = dispatch;
  if (!(await moveDispatch(ctx.db, id, { from: statesBefore('fail'), to: 'failed', by: ctx.actor.id, now: ctx.now, note: error })))
    return false;
  await ctx.tell({
    name: 'dispatch.failed',
    subject: { type: 'dispatch', id },
    before: { state: dispatch.state },
    after: { state: 'failed', error },
    payload: { source, channel },
    topics: ['dispatches', dispatchTopic(id)],
  });
  return true;
}
