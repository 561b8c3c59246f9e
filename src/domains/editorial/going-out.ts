import type { Ctx } from '#platform/ctx.ts';
import { dayIn, daysBetween } from '#platform/clock/day.ts';
import type { Reaction } from '#platform/events/reactions.ts';
import { closeFiles, openFiles } from '#platform/files/access.ts';
import { listChannels, type Carrier, type Dispatch, type SourceKeeper } from '#domains/channels/index.ts';
import { institutionOf } from '#domains/organization/index.ts';
import { pieceBelongs } from './piece-belongs.ts';
import { pieceTopic, type Piece } from './piece.ts';
import { selectPiece } from './pieces.queries.ts';
import { insertPublication, lockPiece, lockStanding, replaceOut, selectStillShown, updateGoneOut } from './publications.queries.ts';
import type { PieceSnapshot } from './rendering.ts';

/** Shows a piece on the portal or the intranet, in the transaction that marks its dispatch delivered. */
const showing = (means: 'portal' | 'intranet'): Carrier => ({
  means,
  within: async (ctx, dispatch) => {
    const piece = Number(dispatch.source.id);
    const snapshot = dispatch.snapshot as PieceSnapshot;
    const before = await replaceOut(ctx.db, piece, dispatch.channel);
    await insertPublication(ctx.db, {
      dispatch: dispatch.id,
      piece,
      channel: dispatch.channel,
      inPublic: dispatch.public,
      snapshot,
      publishedAt: before?.publishedAt ?? ctx.now,
      updatedAt: before ? ctx.now : null,
    });
    if (dispatch.public) await openFiles(ctx, snapshot.files);
    if (before) await closeUnshown(ctx, before.files);
    return 'delivered';
  },
});

export const editorialCarriers: readonly Carrier[] = [showing('portal'), showing('intranet')];

/** Files that nothing in public shows any more are closed to strangers. */
export async function closeUnshown(ctx: Ctx, files: readonly string[]): Promise<void> {
  const shown = new Set(await selectStillShown(ctx.db, files));
  await closeFiles(
    ctx,
    files.filter((file) => !shown.has(file)),
  );
}

/** A dispatch of a piece leaves only while the approval in force names the content that it holds. */
export const pieceSource: SourceKeeper = {
  type: 'piece',
  lock: async (ctx, { source, contentSha256 }) => {
    const piece = await lockPiece(ctx.db, Number(source.id));
    if (piece === 'busy') return 'busy';
    if (!piece || piece.approved !== piece.sha256) return 'void';
    return contentSha256 === piece.sha256 ? 'held' : 'void';
  },
};

/** What became of a dispatch is what becomes of its piece: out once something of it is, back to approved when nothing waits any more. */
export const piecesGoOut: Reaction = {
  name: 'editorial.pieces-go-out',
  to: ['dispatch.delivered', 'dispatch.cancelled', 'dispatch.failed'],
  react: async (ctx, event) => {
    const { source, channel, deliveredAt, dueAt } = event.payload as {
      source: Dispatch['source'];
      channel: string;
      deliveredAt?: string;
      dueAt?: string;
    };
    if (source.type !== 'piece') return;
    const id = Number(source.id);
    if (event.name === 'dispatch.delivered') await cameOut(ctx, id, { channel, at: new Date(deliveredAt!), due: new Date(dueAt!) });
    else await waitsNoMore(ctx, id);
  },
};

async function cameOut(ctx: Ctx, id: number, { channel, at, due }: { channel: string; at: Date; due: Date }): Promise<void> {
  const standing = await lockStanding(ctx.db, id);
  if (!standing) return;
  const first = standing.publishedAt === null;
  const goes = standing.out && ['approved', 'scheduled', 'published', 'expired'].includes(standing.state);
  if (goes || first)
    await updateGoneOut(ctx.db, id, {
      state: goes ? 'published' : standing.state,
      ...(first ? { publishedAt: at } : {}),
    });
  const piece = (await selectPiece(ctx.db, id, { person: null, unit: null, agreed: false, reads: true, everything: true }))!;
  await ctx.tell({
    name: 'piece.published',
    subject: { type: 'piece', id },
    before: { state: standing.state },
    after: { state: piece.state, channel },
    payload: {
      ...(await belongings(ctx, piece, channel)),
      first,
      onTime: await wasOnTime(ctx, piece, at, due),
      daysFromDraft: await daysFrom(ctx, piece.createdAt, at),
    },
    topics: [pieceTopic(id), 'pieces', 'calendar', 'portal'],
  });
}

async function waitsNoMore(ctx: Ctx, id: number): Promise<void> {
  const standing = await lockStanding(ctx.db, id);
  if (standing?.state === 'scheduled' && !standing.waits)
    await updateGoneOut(ctx.db, id, { state: standing.out ? 'published' : 'approved' });
}

/** What measures need to know of a piece that went out by a channel. */
async function belongings(ctx: Ctx, piece: Piece, code: string) {
  const channel = (await listChannels(ctx)).find((one) => one.code === code);
  const { kind, unit, item, campaign, request, segments, regions, line } = piece;
  return {
    kind,
    unit,
    item,
    campaign,
    request,
    segments,
    regions,
    line,
    channel: code,
    class: channel?.class,
    mode: channel?.mode,
    belongs: pieceBelongs(piece, channel),
  };
}

async function wasOnTime(ctx: Ctx, { dueOn }: Piece, at: Date, due: Date): Promise<boolean> {
  const { zone } = await institutionOf(ctx);
  return dueOn === null ? at.getTime() - due.getTime() < 60_000 : dayIn(at, zone) <= dueOn;
}

async function daysFrom(ctx: Ctx, from: Date, to: Date): Promise<number> {
  const { zone } = await institutionOf(ctx);
  return Math.max(0, daysBetween(dayIn(from, zone), dayIn(to, zone)));
}
