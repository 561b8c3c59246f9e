import { useLoaderData } from 'react-router';
import { houseFilterInput, houseNews } from '#domains/editorial/index.ts';
import { listPeople, peopleFilterShape } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { HouseList } from './house-list.tsx';

export const loader = load(async ({ ctx, url }) => {
  const { q } = houseFilterInput.parse(Object.fromEntries(url.searchParams));
  if (q === '') return { text: '', items: [], people: [] };
  const [{ items }, { people }] = await Promise.all([
    houseNews(ctx, houseFilterInput.parse({ q })),
    listPeople(ctx, peopleFilterShape.parse({ search: q, state: 'active' })),
  ]);
  return {
    text: q,
    items,
    people: people
      .slice(0, 10)
      .map(({ id, name, position, unit, email }) => ({ id, name, email, more: [position, unit].filter(Boolean).join(', ') })),
  };
});

/** What the house has about some words: news, guides, people. */
export default function Search() {
  const { text, items, people } = useLoaderData<typeof loader>();
  const { say } = useWords();
  return (
    <main className="floor" id="contenido">
      <title>{`${say('intranet.search')} · ${say('intranet.title')}`}</title>
      <header className="head">
        <h1>{say('intranet.search')}</h1>
        <Voice sentence={say(text ? 'intranet.search_voice' : 'intranet.search_ask', { text })} />
      </header>
      {text && items.length + people.length === 0 && <Empty title={say('intranet.search_nothing', { text })} />}
      {items.length > 0 && (
        <Section title={say('intranet.search_news')} count={items.length}>
          <HouseList items={items} leads />
        </Section>
      )}
      {people.length > 0 && (
        <Section title={say('intranet.search_people')} count={people.length}>
          <ul className="plain">
            {people.map(({ id, name, email, more }) => (
              <li key={id}>
                <b>{name}</b>
                <small className="muted">
                  {more} · <a href={`mailto:${email}`}>{email}</a>
                </small>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </main>
  );
}
