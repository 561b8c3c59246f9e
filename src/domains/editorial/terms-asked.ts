import type { Ctx } from '#platform/ctx.ts';
import { addDays, addMonths, type Day } from '#platform/clock/day.ts';
import { authorize, may } from '#platform/http/policy.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { notify, todayOf } from '#domains/organization/index.ts';
import { pieceTopic, type Piece } from './piece.ts';
import { getPiece } from './pieces.ts';
import { editorialPolicy } from './policy.ts';
import { placePublications, selectDueExpiries, updateTerms } from './publications.queries.ts';
import { noticeTitle } from './review.ts';

/** How many days before its last one a piece asks whether it goes on. */
const ahead = 7;

/** What a piece that is out asks of its owner: to look at it again, or whether it goes on. */
export interface TermAsked {
  readonly what: 'review' | 'expiry';
  readonly day: Day;
  /** The day that a yes puts in its place: half a year on for a look, a year on for its last day. */
  readonly next: Day;
}

export function termAsked({ state, reviewOn, expiresOn }: Pick<Piece, 'state' | 'reviewOn' | 'expiresOn'>, now: Day): TermAsked | null {
  if (state !== 'published') return null;
  if (expiresOn && expiresOn >= now && expiresOn <= addDays(now, ahead))
    return { what: 'expiry', day: expiresOn, next: addMonths(expiresOn, 12) };
  if (reviewOn && reviewOn <= now) return { what: 'review', day: reviewOn, next: addMonths(now, 6) };
  return null;
}

/** A piece with what it asks today. @throws NotFound */
export async function askedTerm(ctx: Ctx, id: number): Promise<{ piece: Piece; asked: TermAsked | null; mayAnswer: boolean }> {
  const [piece, now] = await Promise.all([getPiece(ctx, id), todayOf(ctx)]);
  const mayAnswer = owns(ctx, piece) || may(ctx.actor, editorialPolicy['pieces.publish'], piece.unit);
  return { piece, asked: termAsked(piece, now), mayAnswer };
}

/** Its owner, or who may publish, says that it still holds: it is asked again later. */
export async function renewTerm(ctx: Ctx, { piece: id }: { piece: number }): Promise<{ piece: number } | Refusal> {
  const piece = await getPiece(ctx, id, { lock: true });
  if (!owns(ctx, piece)) authorize(ctx.actor, editorialPolicy, 'pieces.publish', piece.unit);
  const asked = termAsked(piece, await todayOf(ctx));
  if (!asked) return refuse('piece.asks_nothing');
  const { embargoUntil, expiresOn, reviewOn } = piece;
  const terms = asked.what === 'review' ? { expiresOn, reviewOn: asked.next } : { expiresOn: asked.next, reviewOn };
  await updateTerms(ctx.db, id, { embargoUntil, ...terms });
  await placePublications(ctx.db, id);
  await ctx.tell({
    name: 'piece.placed',
    subject: { type: 'piece', id },
    before: { embargoUntil, expiresOn, reviewOn },
    after: { embargoUntil, ...terms },
    topics: [pieceTopic(id), 'pieces', 'calendar', 'portal'],
  });
  return { piece: id };
}

/** Asks the owners of what ends within a week, once each, whether it goes on. */
export async function askForExpiries(ctx: Ctx): Promise<number> {
  const now = await todayOf(ctx);
  const due = await selectDueExpiries(ctx.db, now, addDays(now, ahead));
  for (const piece of due)
    await notify(ctx, {
      to: [piece.owner],
      kind: 'piece.expiring',
      facts: { title: noticeTitle(piece) },
      path: `/workspace/pieces/${piece.id}/term`,
      subject: { type: 'piece', id: piece.id },
    });
  return due.length;
}

const owns = (ctx: Ctx, piece: Piece) => ctx.actor.id !== null && ctx.actor.id === piece.owner;
