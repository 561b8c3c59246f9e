import type { Ctx } from '#platform/ctx.ts';
import { type Counting, type Letter, listChannels, type WhyWritten, writeLetter } from '#domains/channels/index.ts';
import type { Piece } from '../piece.ts';
import { portalChannel } from '../publication.ts';
import { renderPiece } from '../rendering.ts';

export interface PieceLetterWanted {
  readonly why: WhyWritten;
  /** What addresses of the house begin with. */
  readonly origin: string;
  readonly counting?: Counting;
}

/**
 * The letter that a piece makes, as it stands now, with its holes: in the words that it has for mail. Who is outside the house is led to
 * the portal, and who works in it to where the piece is read inside.
 */
export async function pieceLetter(ctx: Ctx, piece: Piece, { why, origin, counting = 'none' }: PieceLetterWanted): Promise<Letter> {
  const mail = (await listChannels(ctx)).find(({ means, closedAt }) => means === 'mail' && !closedAt);
  const code = mail?.code ?? 'mail';
  const elsewhere = why === 'internal' ? piece.channels : piece.channels.filter((channel) => channel === portalChannel);
  const rendered = await renderPiece(ctx, piece, [...new Set([...elsewhere, code])]);
  // What an institution says is in Spanish, whoever reads it.
  return writeLetter(ctx, { snapshot: rendered[code]!, language: 'es', why, origin, counting });
}

/** Where outsiders read the same piece; null when it does not go by the portal. */
export const viewPathOf = (piece: Pick<Piece, 'channels' | 'slug'>): string | null =>
  piece.channels.includes(portalChannel) ? `/news/${piece.slug}` : null;
