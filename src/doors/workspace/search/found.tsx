import { Link } from 'react-router';
import { useWords } from '#ui/words.tsx';

export interface Result {
  readonly kind: string;
  readonly title: string;
  readonly more: string;
  readonly to: string;
}

export function Found({ results, text }: { results: readonly Result[]; text: string }) {
  const { say } = useWords();
  if (text === '') return null;
  if (results.length === 0)
    return (
      <p className="muted options">
        <span className="nothing-found">{say('workspace.search.nothing', { text })}</span>
      </p>
    );
  return (
    <ul className="options">
      {results.map((result) => (
        <li key={result.to}>
          <Link to={result.to}>
            <span>{result.title}</span>
            <small>{[say(`workspace.search.kind.${result.kind}`), result.more].filter(Boolean).join(' · ')}</small>
          </Link>
        </li>
      ))}
    </ul>
  );
}
