import type { Publication } from '#domains/editorial/index.ts';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';
import { SearchForm } from '../search-form.tsx';

interface Props {
  readonly state: 'expired' | 'withdrawn' | 'replaced' | 'out';
  readonly at: Date | null;
  readonly reason: string;
  readonly news: readonly Publication[];
}

/** Where something was: since when it is not, and why. None of its words are said again. */
export function Gone({ state, at, reason, news }: Props) {
  const { say, format } = useWords();
  const name = say(state === 'expired' ? 'news.expired' : 'news.withdrawn');
  return (
    <Page title={name} here={name} crumbs={[{ to: '/news', name: say('news.news') }]} unlisted>
      <h1 className="title sr">{name}</h1>
      <Voice sentence={say(state === 'expired' ? 'news.expired.voice' : 'news.withdrawn.voice', { at: at ? format.instant(at) : '' })} />
      {reason && (
        <p className="prose" lang="es">
          {say('news.withdrawn.why', { reason })}
        </p>
      )}
      <SearchForm id="q-gone" className="find-again" name={say('portal.search.again')} />
      <Lately news={news} />
    </Page>
  );
}

/** What was published last, as a way on. */
export function Lately({ news }: { news: readonly Pick<Publication, 'dispatch' | 'slug' | 'title'>[] }) {
  const { say } = useWords();
  if (news.length === 0) return null;
  return (
    <section className="section lately" aria-labelledby="lately">
      <header>
        <h2 id="lately">{say('news.lately')}</h2>
        <a href="/news">{say('news.all')}</a>
      </header>
      <ul className="wire" lang="es">
        {news.map(({ dispatch, slug, title }) => (
          <li key={dispatch}>
            <a href={`/news/${slug}`}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
