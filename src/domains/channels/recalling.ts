import type { Ctx } from '#platform/ctx.ts';
import { notify } from '#domains/organization/index.ts';
import type { Withdrawn } from './dispatches.ts';
import { selectDispatch } from './dispatches.queries.ts';
import { recallMails } from './mail-carrier.ts';
import { recallPush } from './push/push-carrier.ts';

/** What was withdrawn and is in other hands: who was written to is told, and who carried it is asked to take it down. */
export async function recall(ctx: Ctx, withdrawn: readonly Withdrawn[], reason: string): Promise<void> {
  for (const { id, means, title } of withdrawn) {
    if (means === 'mail') await recallMails(ctx, { id, title }, reason);
    if (means === 'push') await recallPush(ctx, (await selectDispatch(ctx.db, id))!);
    if (means !== 'by_hand') continue;
    const dispatch = await selectDispatch(ctx.db, id);
    await notify(ctx, {
      to: [dispatch!.scheduledBy],
      kind: 'dispatch.take_down',
      facts: { title, channel: dispatch!.channelName },
      path: `/workspace/dispatches/${id}`,
      subject: { type: 'dispatch', id },
    });
  }
}
