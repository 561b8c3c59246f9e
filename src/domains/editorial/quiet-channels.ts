import type { Ctx } from '#platform/ctx.ts';
import { listChannels } from '#domains/channels/index.ts';
import { kindOf } from './kinds.ts';

/** The channels by which a piece of a kind goes out without anybody outside the house reading it. */
export async function quietChannels(ctx: Ctx, kind: string): Promise<string[]> {
  const { means } = kindOf(kind);
  // What somebody carries or a device rings with is asked for, never taken by default.
  return (await listChannels(ctx))
    .filter(
      ({ public: open, closedAt, means: by }) => !open && closedAt === null && by !== 'by_hand' && by !== 'push' && means.includes(by),
    )
    .map(({ code }) => code);
}
