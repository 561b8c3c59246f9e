import type { Ctx } from '#platform/ctx.ts';
import { listChannels } from '#domains/channels/index.ts';

export async function channelOptions(ctx: Ctx): Promise<{ value: string; label: string }[]> {
  return (await listChannels(ctx)).map(({ code, name }) => ({ value: code, label: name }));
}
