import type { Ctx } from '#platform/ctx.ts';
import { authorize, may } from '#platform/http/policy.ts';
import { dispatchesOf, listChannels, type Channel, type ListedDispatch } from '#domains/channels/index.ts';
import { goesBy } from './kind.ts';
import { kindOf } from './kinds.ts';
import { isSecret, type Piece } from './piece.ts';
import { getPiece } from './pieces.ts';
import { editorialPolicy } from './policy.ts';
import { selectApprovedHash } from './publications.queries.ts';
import { renderPiece, type PieceSnapshot } from './rendering.ts';
import { sourceOf } from './scheduling.ts';

/** A channel as a piece sees it: whether it may go by it, and if not, whether its kind or its class stands in the way. */
export interface OpenChannel extends Pick<Channel, 'code' | 'name' | 'means' | 'public'> {
  readonly hindered: 'class' | 'kind' | null;
}

export interface PublicationDesk {
  readonly piece: Piece;
  /** Whether somebody else approved exactly what it says now. */
  readonly approved: boolean;
  readonly channels: readonly OpenChannel[];
  /** The last first. */
  readonly dispatches: readonly ListedDispatch[];
  /** As each channel that it may go by would show it now. */
  readonly previews: Readonly<Record<string, PieceSnapshot>>;
  readonly maySend: boolean;
  readonly mayWithdraw: boolean;
}

/** All that is needed to say by where and when a piece goes out. */
export async function publicationDesk(ctx: Ctx, id: number): Promise<PublicationDesk> {
  const piece = await getPiece(ctx, id);
  const [approvedHash, all, dispatches] = await Promise.all([
    selectApprovedHash(ctx.db, piece.id),
    listChannels(ctx),
    dispatchesOf(ctx, sourceOf(piece.id)),
  ]);
  const channels = all.filter(({ closedAt }) => !closedAt).map((channel) => ({ ...only(channel), hindered: hindrance(piece, channel) }));
  const free = channels.filter(({ hindered }) => hindered === null).map(({ code }) => code);
  return {
    piece,
    approved: approvedHash === piece.sha256,
    channels,
    dispatches,
    previews: await renderPiece(ctx, piece, free),
    maySend: may(ctx.actor, editorialPolicy['pieces.publish'], piece.unit),
    mayWithdraw: may(ctx.actor, editorialPolicy['pieces.withdraw'], piece.unit),
  };
}

/** What its page would show now, by one channel, to who works on it; for nobody else's eyes. */
export async function previewPiece(ctx: Ctx, id: number, channel: string): Promise<{ piece: Piece; shown: PieceSnapshot }> {
  const piece = await getPiece(ctx, id);
  authorize(ctx.actor, editorialPolicy, 'pieces.read');
  // What a mail leads to depends on where else the piece goes.
  const channels = [...new Set([...piece.channels, channel])];
  return { piece, shown: (await renderPiece(ctx, piece, channels))[channel]! };
}

const only = ({ code, name, means, public: open }: Channel) => ({ code, name, means, public: open });

function hindrance(piece: Piece, channel: Channel): OpenChannel['hindered'] {
  if (!goesBy(kindOf(piece.kind), channel)) return 'kind';
  return isSecret(piece) || (channel.public && piece.class !== 'public') ? 'class' : null;
}
