import { useSearchParams } from 'react-router';
import { Pages } from './table.tsx';
import { useWords } from './words.tsx';

/** The list as it is filtered, to take away; `from` is the address of its export. */
export function TakeAway({ from }: { from: string }) {
  const { say } = useWords();
  const [params] = useSearchParams();
  const at = (format: string) => `${from}?${new URLSearchParams([...[...params].filter(([name]) => name !== 'page'), ['format', format]])}`;
  return (
    <span className="push small">
      {say('ui.export')} <a href={at('xlsx')}>XLSX</a> · <a href={at('csv')}>CSV</a>
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
      says={say(total > counted ? 'ui.shown_more' : 'ui.shown', {
        from: before + 1,
        to: before + shown,
        count: Math.min(total, counted),
      })}
      previous={page > 1 ? at(page - 1) : null}
      next={page * atOnce < total ? at(page + 1) : null}
    />
  );
}
