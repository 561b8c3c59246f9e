import { useSearchParams } from 'react-router';
import { Pages } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';

/** The list as it is filtered, to take away. */
export function Exports({ of }: { of: 'groups' | 'takeovers' | 'playlists' }) {
  const { say } = useWords();
  const [params] = useSearchParams();
  const download = (kind: string) => `/workspace/screens/${of}/export?${new URLSearchParams([...params, ['format', kind]])}`;
  return (
    <span className="push small">
      {say('screens.export')} <a href={download('xlsx')}>XLSX</a> · <a href={download('csv')}>CSV</a>
    </span>
  );
}

interface Turns {
  readonly page: number;
  readonly atOnce: number;
  readonly shown: number;
  readonly total: number;
  /** How far they were counted. */
  readonly counted?: number;
}

/** Which of them are seen, and the pages before and after; nothing when all are. */
export function PageTurns({ page, atOnce, shown, total, counted = Infinity }: Turns) {
  const { say } = useWords();
  const [params] = useSearchParams();
  if (total <= atOnce) return null;
  const before = (page - 1) * atOnce;
  const at = (number: number) => `?${new URLSearchParams([...[...params].filter(([name]) => name !== 'page'), ['page', String(number)]])}`;
  return (
    <Pages
      says={say(total > counted ? 'screens.shown_more' : 'screens.shown', {
        from: before + 1,
        to: before + shown,
        count: Math.min(total, counted),
      })}
      previous={page > 1 ? at(page - 1) : null}
      next={page * atOnce < total ? at(page + 1) : null}
    />
  );
}
