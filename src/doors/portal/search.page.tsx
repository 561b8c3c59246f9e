import { useLoaderData } from 'react-router';
import { searchNews } from '#domains/editorial/index.ts';
import { searchPublic } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { StoryFacts } from './news/stories.tsx';
import { Page } from './page.tsx';
import { SearchForm } from './search-form.tsx';

export const loader = load(async ({ ctx, url }) => {
  const text = (url.searchParams.get('q') ?? '').slice(0, 200).trim();
  const [found, news] = await Promise.all([searchPublic(ctx, text), searchNews(ctx, text)]);
  return { text, found, news };
});

type Found = Awaited<ReturnType<typeof loader>>['found'][number];

export default function Search() {
  const { text, found, news } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const voice = text === '' ? say('portal.search.ask') : say('portal.search.found', { count: found.length + news.length, text });
  return (
    <Page title={text === '' ? say('portal.search') : say('portal.search.of', { text })} here={say('portal.search')} unlisted>
      <h1 className="title sr">{say('portal.search')}</h1>
      <Voice sentence={voice} />
      <SearchForm id="q-page" className="seek again" text={text} name={say('portal.search.again')} />
      {text !== '' && found.length + news.length === 0 && <p className="prose">{say('portal.search.hint')}</p>}
      {news.length > 0 && (
        <ul className="wire">
          {news.map((one) => (
            <li key={one.dispatch} lang="es">
              <a href={`/news/${one.slug}`}>{one.title}</a>
              <p>{one.excerpt}</p>
              <StoryFacts story={one} />
            </li>
          ))}
        </ul>
      )}
      <ul className="wire">
        {found.map((one) => (
          <li key={`${one.plan} ${one.kind} ${one.item ?? one.section}`}>
            <a href={addressOf(one)}>{one.title}</a>
            {one.text && <p>{one.text}</p>}
            <p className="small muted">
              {say(`portal.kind.${one.kind}`)} · {one.planTitle}
            </p>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function addressOf({ kind, plan, item, section }: Found): string {
  if (kind === 'plan') return `/plan/${plan}`;
  if (kind === 'indicator') return `/plan/${plan}/indicators/${item}`;
  return `/plan/${plan}/text#${kind === 'section' ? section : `fila-${item}`}`;
}
