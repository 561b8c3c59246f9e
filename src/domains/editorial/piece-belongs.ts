import type { Channel } from '#domains/channels/index.ts';
import type { Piece } from './piece.ts';

/** What the facts of a piece belong to; by a channel, also to it and to its classes. */
export function pieceBelongs(
  piece: Pick<Piece, 'id' | 'unit' | 'kind' | 'item' | 'campaign' | 'segments' | 'regions' | 'line'>,
  channel?: Channel,
) {
  return {
    piece: piece.id,
    unit: piece.unit,
    kind: piece.kind,
    activity: piece.item,
    campaign: piece.campaign,
    segments: piece.segments,
    regions: piece.regions,
    line: piece.line,
    channels: channel ? [channel.code] : [],
    classes: channel ? [channel.class, channel.mode] : [],
  };
}
