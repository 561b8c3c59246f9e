import type { Piece } from '#domains/editorial/index.ts';
import { dayIn } from '#platform/clock/day.ts';
import { useWords } from '#ui/words.tsx';
import { momentOf } from './moments.ts';

/** When a piece that is not out yet should go out: late in its colour, near in another. */
export function GoesOut({ piece }: { piece: Pick<Piece, 'publishAt' | 'dueOn' | 'state'> }) {
  const { say, format, now } = useWords();
  if (['published', 'expired', 'withdrawn', 'discarded'].includes(piece.state)) return null;
  const day = piece.publishAt ? dayIn(new Date(piece.publishAt), format.zone) : piece.dueOn;
  if (!day) return null;
  const today = dayIn(now, format.zone);
  const late = piece.publishAt ? new Date(piece.publishAt) < now : day < today;
  const when = piece.publishAt
    ? momentOf(format, now, piece.publishAt)
    : day === today
      ? format.ago(now, now)
      : format.shortDay(day, today);
  return <span className={`${late ? 'late' : 'soon'} small`}>{say(late ? 'review.went_by' : 'review.goes_out', { when })}</span>;
}
