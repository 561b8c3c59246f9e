import type { Ctx } from '#platform/ctx.ts';
import { addBusinessDays } from '#platform/clock/business-days.ts';
import { addDays, type Day } from '#platform/clock/day.ts';
import { may } from '#platform/http/policy.ts';
import { Forbidden, isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import { listChannels } from '#domains/channels/index.ts';
import { nonWorkingDaysOf, notify, todayOf } from '#domains/organization/index.ts';
import { pieceBelongs } from '../piece-belongs.ts';
import { isSecret, pieceTopic } from '../piece.ts';
import { editorialPolicy } from '../policy.ts';
import { intranetChannel } from '../publication.ts';
import { sendOut } from '../scheduling.ts';
import { replaceMemo } from './ending.ts';
import { memoPiece } from './heads.ts';
import { memoTopic } from './memo.ts';
import { selectSentMemo, selectSignedMemo } from './memos.queries.ts';
import { insertMemoRecipients, selectRecipientIds } from './recipients.queries.ts';
import { markSent } from './sending.queries.ts';

export const readPath = (slug: string): string => `/intranet/news/${slug}`;

export interface SentMemo {
  readonly id: number;
  readonly people: number;
  readonly dispatches: readonly number[];
}

/**
 * Sends what was signed: for whom it is is fixed now, each is told, and finds it on the intranet until he says that he read it. By whoever
 * signed it, or whoever publishes. Refuses `memo.unsigned`, `memo.edited`, `memo.nobody`, and what going out refuses.
 */
export async function sendMemo(ctx: Ctx, input: { piece: number }): Promise<SentMemo | Refusal> {
  const piece = await memoPiece(ctx, input.piece, { lock: true });
  const memo = await selectSignedMemo(ctx.db, piece.id, true);
  if (!memo) return refuse('memo.unsigned');
  if (memo.signedBy !== ctx.actor.id && !may(ctx.actor, editorialPolicy['pieces.publish'], memo.unit))
    throw new Forbidden('pieces.publish');
  if (memo.sha256 !== piece.sha256) return refuse('memo.edited');
  // Before anything is written: it says by name who could change its class.
  if (isSecret(piece)) return sendOut(ctx, piece, { channels: [intranetChannel], at: null }) as Promise<Refusal>;
  const before = await selectSentMemo(ctx.db, piece.id);
  if (before) await replaceMemo(ctx, before);
  const units = await insertMemoRecipients(ctx.db, memo);
  const people = units.reduce((sum, one) => sum + one.people, 0);
  if (people === 0) return refuse('memo.nobody');
  const today = await todayOf(ctx);
  const remindOn = memo.remindTimes > 0 ? await reminderAfter(ctx, today, memo.remindAfter) : null;
  await markSent(ctx.db, memo.id, { people, remindOn, by: ctx.actor.id }, ctx.now);
  const out = await sendOut(ctx, piece, { channels: await channelsOf(ctx, piece.channels), at: null });
  if (isRefusal(out)) return out;
  await notify(ctx, {
    to: await selectRecipientIds(ctx.db, memo.id),
    kind: 'memo.sent',
    facts: { title: memo.title, label: memo.label, unit: memo.unitName },
    path: readPath(piece.slug),
    subject: { type: 'memo', id: memo.id },
  });
  await ctx.tell({
    name: 'memo.sent',
    subject: { type: 'memo', id: memo.id },
    before: { state: 'signed' },
    after: { state: 'sent', label: memo.label, people, remindOn },
    payload: { piece: piece.id, units, day: today, belongs: { ...pieceBelongs(piece), unit: memo.unit, channels: [intranetChannel] } },
    topics: [memoTopic(memo.id), 'memos', pieceTopic(piece.id)],
  });
  return { id: memo.id, people, dispatches: out.dispatches };
}

/** The day, so many business days after another, on which a reminder is due. */
export async function reminderAfter(ctx: Ctx, day: Day, days: number): Promise<Day> {
  return addBusinessDays(day, days, await nonWorkingDaysOf(ctx, { from: day, to: addDays(day, days * 3 + 30) }));
}

/** The intranet always; screens when the piece says so. */
async function channelsOf(ctx: Ctx, asked: readonly string[]): Promise<string[]> {
  const screens = (await listChannels(ctx)).filter(({ means, code, closedAt }) => means === 'screen' && !closedAt && asked.includes(code));
  return [intranetChannel, ...screens.map(({ code }) => code)];
}
