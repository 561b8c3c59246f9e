import type { Said } from '#domains/plan/index.ts';
import type { ListedDispatch } from '#domains/channels/index.ts';
import type { Format } from '#platform/i18n/format.ts';
import type { Piece } from './piece.ts';

type Seen = Pick<ListedDispatch, 'id' | 'state' | 'channelName' | 'dueAt' | 'deliveredAt'>;

/** How a piece stands with going out: in whose hands it is, when it leaves, where it is, or why it no longer is. */
export function publicationVoice(
  { piece, approved, dispatches }: { piece: Pick<Piece, 'state'>; approved: boolean; dispatches: readonly Seen[] },
  format: Format,
): Said {
  const of = (...states: Seen['state'][]) => dispatches.filter(({ state }) => states.includes(state));
  const where = (found: readonly Seen[]) =>
    format.list([...new Set(found.toSorted((one, other) => one.id - other.id).map(({ channelName }) => channelName))]);
  const failed = of('failed', 'unknown');
  if (failed.length > 0) return { key: 'dispatches.voice.failed', vars: { channels: where(failed) } };
  const waiting = of('waiting');
  if (waiting.length > 0) return { key: 'dispatches.voice.by_hand', vars: { channels: where(waiting) } };
  const next = of('scheduled', 'held', 'sending');
  if (next.length > 0) {
    const at = new Date(Math.min(...next.map(({ dueAt }) => new Date(dueAt).getTime())));
    return { key: 'dispatches.voice.scheduled', vars: { at: format.instant(at), channels: where(next) } };
  }
  const out = of('delivered');
  if (out.length > 0) {
    const changed = !approved && piece.state !== 'published';
    return { key: changed ? 'dispatches.voice.out_changed' : 'dispatches.voice.out', vars: { channels: where(out) } };
  }
  // Edited before it was withdrawn, it is a draft.
  if (piece.state === 'draft' && of('withdrawn').length > 0) return { key: 'dispatches.voice.withdrawn', vars: {} };
  if (piece.state === 'withdrawn' || piece.state === 'expired') return { key: `dispatches.voice.${piece.state}`, vars: {} };
  if (piece.state === 'in_review') return { key: 'dispatches.voice.in_review', vars: {} };
  return { key: approved ? 'dispatches.voice.ready' : 'dispatches.voice.not_approved', vars: {} };
}
