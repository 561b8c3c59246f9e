import type { Publication } from '#domains/editorial/index.ts';
import { useWords } from '#ui/words.tsx';
import { Picture } from './picture.tsx';

/** News as a list: picture, title, what it says, whose it is and when. */
export function Stories({ news, level: Heading = 'h2' }: { news: readonly Publication[]; level?: 'h2' | 'h3' }) {
  return (
    <ul className="stories">
      {news.map((one, index) => (
        <li key={one.dispatch} className={one.image ? undefined : 'plain'}>
          {one.image && <Picture image={one.image} sizes="(min-width: 48rem) 11rem, 6.5rem" decorative first={index < 2} />}
          <div lang="es">
            <Heading>
              <a className="quiet" href={`/news/${one.slug}`}>
                {one.title}
              </a>
            </Heading>
            {one.lead && <p>{one.lead}</p>}
          </div>
          <StoryFacts story={one} />
        </li>
      ))}
    </ul>
  );
}

/** What kind it is, whose and of which day. */
export function StoryFacts({ story }: { story: Publication }) {
  const { say, format } = useWords();
  return (
    <p className="small muted">
      {[story.topic ?? say(`pieces.kind.${story.kind}`), story.unitName].filter(Boolean).join(' · ')} ·{' '}
      <time dateTime={new Date(story.publishedAt).toISOString()}>{format.instant(story.publishedAt).replace(/, [^,]*$/, '')}</time>
    </p>
  );
}
