import type { Ctx } from '#platform/ctx.ts';
import { listChannels } from '#domains/channels/index.ts';
import { kindOf } from './kinds.ts';

/** The channels by which a piece of a kind goes out without anybody outside the house reading it. */
export async function quietChannels(ctx: Ctx, kind: string): Promise<string[]> {
  const { means } = kindOf(kind);
  return (await listChannels(ctx))
    .filter((channel) => !channel.public && channel.closedAt === null && channel.means !== 'by_hand' && means.includes(channel.means))
    .map(({ code }) => code);
}
