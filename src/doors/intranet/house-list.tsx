import { Link } from 'react-router';
import type { HouseItem } from '#domains/editorial/index.ts';
import { useWords } from '#ui/words.tsx';

export type Listed = Pick<HouseItem, 'dispatch' | 'slug' | 'kind' | 'title' | 'lead' | 'unitName' | 'publishedAt' | 'words'>;

export const minutesOf = (words: number) => Math.max(1, Math.round(words / 200));

/** What is out inside the house, a line each: what it is called, of whom and when. */
export function HouseList({ items, leads = false }: { items: readonly Listed[]; leads?: boolean }) {
  const { say, format } = useWords();
  return (
    <ul className="plain">
      {items.map((item) => (
        <li key={item.dispatch}>
          <Link className="quiet" to={`/intranet/news/${item.slug}`}>
            <b>{item.title}</b>
          </Link>
          {leads && item.lead && <p>{item.lead}</p>}
          <small className="muted">
            {[say(`pieces.kind.${item.kind}`), item.unitName, format.instant(item.publishedAt)].filter(Boolean).join(' · ')}
          </small>
        </li>
      ))}
    </ul>
  );
}
