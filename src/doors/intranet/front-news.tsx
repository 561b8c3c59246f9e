import { Link } from 'react-router';
import type { HouseItem } from '#domains/editorial/index.ts';
import { useWords } from '#ui/words.tsx';
import { HouseList } from './house-list.tsx';

/** The last news: the first with its picture, the others beside it. */
export function FrontNews({ items }: { items: readonly HouseItem[] }) {
  const { format } = useWords();
  const pictured = items.find(({ image }) => image !== null);
  if (!pictured?.image) return <HouseList items={items} />;
  const { image } = pictured;
  return (
    <div className="house-news">
      <article>
        <img
          src={image.src}
          srcSet={image.srcset ?? undefined}
          sizes="19rem"
          alt={image.alt}
          width={image.width ?? undefined}
          height={image.height ?? undefined}
          className={image.focus}
        />
        <h3>
          <Link className="quiet" to={`/intranet/news/${pictured.slug}`}>
            {pictured.title}
          </Link>
        </h3>
        <small className="muted">{[pictured.unitName, format.instant(pictured.publishedAt)].filter(Boolean).join(' · ')}</small>
      </article>
      <HouseList items={items.filter(({ dispatch }) => dispatch !== pictured.dispatch)} />
    </div>
  );
}
