import { Link } from 'react-router';
import type { PieceState } from '#domains/editorial/index.ts';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly piece: { readonly id: number; readonly state: PieceState };
  /** Whether its head signs it before it goes out. */
  readonly signed?: boolean;
  readonly writes: boolean;
  readonly publishes: boolean;
  /** How many checks stop it. */
  readonly missing: number;
}

/** The one thing to do next with a piece: to review, through it, out, or nothing. */
export function NextStep({ piece, signed = false, writes, publishes, missing }: Props) {
  const { say } = useWords();
  if (piece.state === 'in_review')
    return (
      <Link className="button primary" to={`/workspace/pieces/${piece.id}/review`}>
        {say('writing.go_to_review')}
      </Link>
    );
  if (signed && ['approved', 'scheduled', 'published'].includes(piece.state))
    return (
      <Link className="button primary" to={`/workspace/pieces/${piece.id}/memo`}>
        {say('memos.desk')}
      </Link>
    );
  if (piece.state === 'approved' && publishes)
    return (
      <Link className="button primary" to={`/workspace/pieces/${piece.id}/publication`}>
        {say('writing.go_out')}
      </Link>
    );
  if (!writes || piece.state === 'approved' || piece.state === 'scheduled' || piece.state === 'published') return null;
  if (missing > 0)
    return (
      <button className="button" type="button" aria-disabled="true" title={say('writing.first_mend', { count: missing })}>
        {say('writing.submit')}
      </button>
    );
  return (
    <Link className="button primary" to={`/workspace/pieces/${piece.id}/submission`}>
      {say('writing.submit')}
    </Link>
  );
}
