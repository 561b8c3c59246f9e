import type { Ctx } from '#platform/ctx.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { institutionOf, wholeName } from '#domains/organization/index.ts';
import type { Carrier } from '../carriers.ts';
import type { Dispatch } from '../dispatch.ts';
import { type PushMessage, recallMessages, sendToAll } from './messages.queries.ts';

// News is no news after two days; a recall is worth as long as what it recalls may be seen.
const days = (ctx: Ctx, count: number) => new Date(ctx.now.getTime() + count * 86_400_000);

const tagOf = (dispatch: Pick<Dispatch, 'source'>) => `${dispatch.source.type}-${dispatch.source.id}`;

/** By push: one for each device of whom it is for is written down in the transaction that marks the dispatch delivered; from there it leaves once. */
export const pushCarrier: Carrier = {
  means: 'push',
  within: async (ctx, dispatch) => {
    const { id, snapshot, public: outside } = dispatch;
    const message: PushMessage = {
      title: snapshot.title,
      body: snapshot.lead,
      path: snapshot.path ?? (outside ? '/news' : '/intranet'),
      tag: tagOf(dispatch),
      language: 'es',
    };
    await sendToAll(ctx.db, { dispatch: id, message, diesAt: days(ctx, 2), outside }, ctx.now);
    return 'delivered';
  },
};

/** What was withdrawn leaves the devices that show it: another takes its place and says so. */
export async function recallPush(ctx: Ctx, dispatch: Dispatch): Promise<void> {
  const message: PushMessage = {
    title: wholeName(await institutionOf(ctx)),
    body: sayIn('es')('push.recalled', { title: dispatch.title }),
    path: dispatch.public ? '/news' : '/intranet',
    tag: tagOf(dispatch),
    language: 'es',
  };
  await recallMessages(ctx.db, dispatch.id, { dispatch: null, message, diesAt: days(ctx, 2) }, ctx.now);
}
