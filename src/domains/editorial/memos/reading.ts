import type { Ctx } from '#platform/ctx.ts';
import { dayIn } from '#platform/clock/day.ts';
import { Forbidden, NotFound } from '#platform/refusal.ts';
import { keepReceipt } from '#domains/channels/index.ts';
import { noticesDone, zoneOf } from '#domains/organization/index.ts';
import { pieceBelongs } from '../piece-belongs.ts';
import { selectPiece } from '../pieces.queries.ts';
import { intranetChannel } from '../publication.ts';
import { memoTopic, type Memo } from './memo.ts';
import { selectMemo, selectMemoOut } from './memos.queries.ts';
import { markRead, selectOwnCopy } from './recipients.queries.ts';

export const memoNotices = ['memo.sent', 'memo.reminder'] as const;

/** The memo that is out at a publication, with how it was signed, and when it reached the actor when it is for him. */
export async function ownMemo(ctx: Ctx, { dispatch }: { dispatch: number }) {
  const memo = await selectMemoOut(ctx.db, dispatch);
  if (!memo) return null;
  const own = ctx.actor.kind === 'person' && ctx.actor.id ? await selectOwnCopy(ctx.db, dispatch, ctx.actor.id) : undefined;
  const { id, label, signedName, post, signedAt } = memo;
  return { id, label, signedName, post, signedAt, asks: own !== undefined, readAt: own?.readAt ?? null, means: own?.means ?? null };
}

/** The actor read what was sent to him and understood it. Once: a second time changes nothing. @throws NotFound when it is not for him */
export async function readMemo(ctx: Ctx, { dispatch }: { dispatch: number }): Promise<{ memo: number }> {
  if (ctx.actor.kind !== 'person' || ctx.actor.id === null) throw new Forbidden('self.edit');
  const own = await selectOwnCopy(ctx.db, dispatch, ctx.actor.id);
  if (!own) throw new NotFound(`memo of dispatch ${dispatch}`);
  const first = await markRead(ctx.db, own.memo, ctx.actor.id, ctx.now);
  if (!first) return { memo: own.memo };
  const memo = (await selectMemo(ctx.db, own.memo))!;
  await keepReceipt(ctx, { dispatch, person: ctx.actor.id, kind: 'confirmed' });
  await noticesDone(ctx, { kinds: memoNotices, subject: { type: 'memo', id: memo.id }, people: [ctx.actor.id] });
  await ctx.tell({
    name: 'memo.read',
    subject: { type: 'memo', id: memo.id },
    after: { label: memo.label, means: 'intranet' },
    payload: { people: 1, ...(await readingBelongs(ctx, memo, first.unit)) },
    topics: [memoTopic(memo.id)],
  });
  return { memo: memo.id };
}

/** What the facts of a reading belong to: the reader's dependency, and the day on which the memo was sent. */
export async function readingBelongs(ctx: Ctx, memo: Memo, unit: number | null) {
  const piece = (await selectPiece(ctx.db, memo.piece, { person: null, unit: null, agreed: false, reads: true, everything: true }))!;
  return {
    piece: piece.id,
    day: dayIn(memo.sentAt!, await zoneOf(ctx)),
    belongs: { ...pieceBelongs(piece), unit, channels: [intranetChannel] },
  };
}
