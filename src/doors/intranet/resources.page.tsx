import { useLoaderData } from 'react-router';
import { houseResources } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { HouseList } from './house-list.tsx';

export const loader = load(async ({ ctx }) => ({ items: await houseResources(ctx) }));

/** How things are done here: guides, tutorials, services, grouped by what they are. */
export default function Resources() {
  const { items } = useLoaderData<typeof loader>();
  const { say } = useWords();
  return (
    <main className="floor" id="contenido">
      <title>{`${say('intranet.resources')} · ${say('intranet.title')}`}</title>
      <header className="head">
        <h1>{say('intranet.resources')}</h1>
        <Voice sentence={say('intranet.resources_voice', { count: items.length })} />
      </header>
      {items.length === 0 && <Empty title={say('intranet.news_none')}>{say('intranet.news_none_how')}</Empty>}
      {[...Map.groupBy(items, ({ kind }) => kind)].map(([kind, list]) => (
        <Section key={kind} title={say(`pieces.kind.${kind}`)} count={list.length}>
          <HouseList items={list} leads />
        </Section>
      ))}
    </main>
  );
}
