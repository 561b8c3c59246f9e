import type { Ctx } from '#platform/ctx.ts';
import { cancelOpen } from './dispatches.queries.ts';

/** What goes out: a piece, a release. */
export interface Source {
  readonly type: string;
  readonly id: string;
}

/** Stops whatever of a source has not left yet; how many were stopped. */
export async function cancelDispatches(ctx: Ctx, source: Source): Promise<number> {
  const cancelled = await cancelOpen(ctx.db, source, ctx.actor.id, ctx.now);
  for (const { id, channel } of cancelled) {
    await ctx.tell({
      name: 'dispatch.cancelled',
      subject: { type: 'dispatch', id },
      before: { state: 'scheduled' },
      after: { state: 'cancelled' },
      payload: { source, channel },
      topics: ['dispatches'],
    });
  }
  return cancelled.length;
}
