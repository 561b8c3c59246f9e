import { Link } from 'react-router';
import { useWords } from './words.tsx';

interface Props {
  /** The days shown: «noviembre de 2026». */
  readonly name: string;
  /** Where those before and after are; null where there are none. */
  readonly previous: string | null;
  readonly next: string | null;
  readonly today: { readonly to: string; readonly name: string };
  readonly views: readonly { readonly to: string; readonly name: string; readonly current: boolean }[];
}

/** Which days are shown, and in which form; each an address. */
export function MonthBar({ name, previous, next, today, views }: Props) {
  const { say } = useWords();
  return (
    <div className="filters month-bar">
      <div className="actions">
        {previous && (
          <Link className="button small" to={previous} aria-label={say('ui.previous')} rel="prev" preventScrollReset>
            ←
          </Link>
        )}
        <h2>{name}</h2>
        {next && (
          <Link className="button small" to={next} aria-label={say('ui.next')} rel="next" preventScrollReset>
            →
          </Link>
        )}
        <Link className="button quiet small" to={today.to} preventScrollReset>
          {today.name}
        </Link>
      </div>
      <nav className="segmented push" aria-label={say('ui.views')}>
        {views.map(({ to, name: view, current }) => (
          <Link key={to} to={to} aria-current={current ? 'true' : undefined} preventScrollReset>
            {view}
          </Link>
        ))}
      </nav>
    </div>
  );
}
