import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import type { Reaction } from '#platform/events/reactions.ts';
import { notify, todayOf } from '#domains/organization/index.ts';
import {
  mayBeAsked,
  selectOpenRequestsOf,
  selectOpenStepsOf,
  selectPersonName,
  selectPiecesOf,
  updateAsked,
  updateOwnersOf,
  updatePieceOwners,
  type OpenStep,
} from './handovers.queries.ts';
import { campaignTopic } from './campaign.ts';
import { isSecret, pieceTopic, type Piece } from './piece.ts';
import { selectAuthors } from './pieces.queries.ts';
import { getPiece } from './pieces.ts';
import { agreedOf, triagersOf } from './request-makers.ts';
import { tellOffice } from './request-telling.ts';
import { getRequest, moveRequest } from './requests.ts';
import { noticeTitle, reviewPath } from './review.ts';
import { askedOf, reads } from './reviewers.ts';
import { selectStandIn } from './reviewers.queries.ts';
import { reviewTopics } from './submission.ts';

const leftShape = z.object({ successor: z.uuid().nullable() });

/** Somebody left the institution: what waits for his decision, what he was to make and what was his goes on with others. */
export const handOverDesk: Reaction = {
  name: 'editorial.hand-over-desk',
  to: ['person.left'],
  react: async (ctx, event) => {
    const { successor } = leftShape.parse(event.payload);
    const names = {
      before: await selectPersonName(ctx.db, event.subject_id),
      after: successor && (await selectPersonName(ctx.db, successor)),
    };
    const leaving: Leaving = { from: event.subject_id, to: successor, names };
    for (const step of await selectOpenStepsOf(ctx.db, leaving.from)) await handOnStep(ctx, leaving, step);
    for (const request of await selectOpenRequestsOf(ctx.db, leaving.from)) await handOnRequest(ctx, leaving, request);
    await handOnPieces(ctx, leaving);
    await handOnOwned(ctx, leaving);
  },
};

interface Leaving {
  readonly from: string;
  readonly to: string | null;
  readonly names: { readonly before: string; readonly after: string | null };
}

/**
 * A step goes to the successor; when he wrote the piece, may not read it or decides nothing, to whom the kind's step would ask now; when
 * there is nobody either, it is asked of nobody and who wrote the piece is told.
 */
async function handOnStep(ctx: Ctx, { from, to, names }: Leaving, { step, kindOfStep, piece: id, asked }: OpenStep): Promise<void> {
  const piece = await getPiece(ctx, id, { lock: true });
  const next = await successorOf(ctx, piece, kindOfStep, to);
  await updateAsked(ctx.db, step, next);
  const notice = { facts: { title: noticeTitle(piece) }, path: reviewPath(id), subject: { type: 'piece', id } };
  if (next.person === null) {
    const authors = await selectAuthors(ctx.db, id);
    await notify(ctx, {
      to: [piece.owner === from ? null : piece.owner, ...authors.map((one) => one.id)],
      kind: 'piece.step_unowned',
      ...notice,
    });
  } else if (asked) await notify(ctx, { to: [next.person, next.standIn], kind: 'piece.step_asked', ...notice });
  await ctx.tell({
    name: next.person === null ? 'piece.step_left_unowned' : 'piece.step_handed_over',
    subject: { type: 'piece', id },
    before: { person: names.before },
    after: { person: next.person && (await selectPersonName(ctx.db, next.person)), step: kindOfStep },
    payload: { step, from, to: next.person },
    topics: reviewTopics(id),
  });
}

async function successorOf(ctx: Ctx, piece: Piece, step: OpenStep['kindOfStep'], to: string | null) {
  if (to !== null && (await mayBeAsked(ctx.db, piece.id, to)) && (await reads(ctx, piece, to)))
    return { person: to, standIn: await selectStandIn(ctx.db, to, await todayOf(ctx)) };
  const { person, standIn } = (await askedOf(ctx, piece, step)) ?? { person: null, standIn: null };
  return { person, standIn };
}

/** A request that is secret goes only to who has an agreement in force; what nobody takes waits for who triages. */
async function handOnRequest(ctx: Ctx, { to }: Leaving, id: number): Promise<void> {
  const request = await getRequest(ctx, id, { lock: true });
  const assignee = to !== null && isSecret(request) && (await agreedOf(ctx, [to])).length === 0 ? null : to;
  await tellOffice(ctx, await moveRequest(ctx, request, 'assign', { change: { assignee } }), assignee === null ? 'unassigned' : 'assigned');
}

/** What is secret goes only to whom it names: nobody comes to know of it because somebody else left. */
async function handOnPieces(ctx: Ctx, { from, to, names }: Leaving): Promise<void> {
  const pieces = await selectPiecesOf(ctx.db, from);
  const taken = new Set<number>();
  for (const { id, secret } of pieces) if (to !== null && (!secret || (await reads(ctx, await getPiece(ctx, id), to)))) taken.add(id);
  const left = pieces.filter(({ id }) => !taken.has(id));
  await updatePieceOwners(ctx.db, [...taken], to);
  await updatePieceOwners(
    ctx.db,
    left.map(({ id }) => id),
    null,
  );
  await ctx.tell(
    pieces.map(({ id }) => ({
      name: taken.has(id) ? ('piece.handed_over' as const) : ('piece.left_unowned' as const),
      subject: { type: 'piece' as const, id },
      before: { owner: names.before },
      after: { owner: taken.has(id) ? names.after : null },
      payload: { from, to: taken.has(id) ? to : null },
      topics: [pieceTopic(id), 'pieces', 'calendar'],
    })),
  );
  const open = (of: readonly { id: number; open: boolean }[]) => of.filter((piece) => piece.open).length;
  const notice = { path: '/workspace/pieces', subject: { type: 'person', id: from } };
  const [kept, lost] = [open(pieces.filter(({ id }) => taken.has(id))), open(left)];
  if (kept > 0) await notify(ctx, { to: [to], kind: 'piece.handed_over', facts: { count: kept, who: names.before }, ...notice });
  if (lost === 0) return;
  const office = await triagersOf(ctx, { unit: null, class: 'public' });
  await notify(ctx, { to: office, kind: 'piece.left_unowned', facts: { count: lost, who: names.before }, ...notice });
}

async function handOnOwned(ctx: Ctx, { from, to, names }: Leaving): Promise<void> {
  const said = { before: { owner: names.before }, after: { owner: names.after }, payload: { from, to } };
  for (const id of await updateOwnersOf(ctx.db, 'campaigns', from, to))
    await ctx.tell({
      name: to === null ? 'campaign.left_unowned' : 'campaign.handed_over',
      subject: { type: 'campaign', id },
      ...said,
      topics: ['campaigns', campaignTopic(id)],
    });
  for (const id of await updateOwnersOf(ctx.db, 'slots', from, to))
    await ctx.tell({
      name: to === null ? 'slot.left_unowned' : 'slot.handed_over',
      subject: { type: 'slot', id },
      ...said,
      topics: ['calendar'],
    });
}
