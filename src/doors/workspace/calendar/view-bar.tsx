import { Link } from 'react-router';
import type { CalendarFilter } from '#domains/editorial/index.ts';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly views: readonly CalendarFilter['view'][];
  readonly view: CalendarFilter['view'];
  /** The month or week shown. */
  readonly name: string;
  readonly address: (more: Record<string, string>) => string;
  readonly previous: string;
  readonly next: string;
  readonly today: string;
}

/** Which days, and in which form. */
export function ViewBar({ views, view, name, address, previous, next, today }: Props) {
  const { say } = useWords();
  return (
    <div className="filters month-bar">
      <div className="actions">
        <Link className="button small" to={address({ day: previous })} aria-label={say('calendar.previous')}>
          ←
        </Link>
        <h2>{name}</h2>
        <Link className="button small" to={address({ day: next })} aria-label={say('calendar.next')}>
          →
        </Link>
        <Link className="button quiet small" to={address({ day: today })}>
          {say('calendar.today')}
        </Link>
      </div>
      <nav className="segmented push" aria-label={say('calendar.view')}>
        {views.map((one) => (
          <Link key={one} to={address({ view: one })} aria-current={one === view ? 'true' : undefined}>
            {say(`calendar.view.${one}`)}
          </Link>
        ))}
      </nav>
    </div>
  );
}
