import { Link, useLocation } from 'react-router';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly piece: number;
  readonly kind: string;
  readonly renditions: readonly { readonly code: string; readonly name: string; readonly over: number }[];
}

/** The piece itself, and how each of its channels says it; by how many letters one does not fit. */
export function PieceTabs({ piece, kind, renditions }: Props) {
  const { say, format } = useWords();
  const { pathname } = useLocation();
  const here = (to: string) => (pathname === to ? ('page' as const) : undefined);
  const own = `/workspace/pieces/${piece}`;
  return (
    <nav className="tabs" aria-label={say('writing.renditions')}>
      <Link to={own} aria-current={here(own)}>
        {say(`pieces.kind.${kind}`)}
      </Link>
      {renditions.map(({ code, name, over }) => (
        <Link key={code} to={`${own}/renditions/${code}`} aria-current={here(`${own}/renditions/${code}`)}>
          {name}
          {over > 0 && (
            <span className="count hot">
              <span aria-hidden="true">+{format.number(over)}</span>
              <span className="sr"> {say('writing.over', { count: over })}</span>
            </span>
          )}
        </Link>
      ))}
      {kind === 'newsletter' && (
        <Link to={`${own}/newsletter`} aria-current={here(`${own}/newsletter`)}>
          {say('newsletters.assemble')}
        </Link>
      )}
      {kind === 'memo' || kind === 'circular' ? (
        <Link to={`${own}/memo`} aria-current={here(`${own}/memo`)}>
          {say('memos.desk')}
        </Link>
      ) : (
        <Link to={`${own}/letter`} aria-current={here(`${own}/letter`)}>
          {say('letters.letter')}
        </Link>
      )}
      <Link to={`${own}/details#channels`}>{say('writing.adapt')}</Link>
    </nav>
  );
}
