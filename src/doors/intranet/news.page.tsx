import { useLoaderData, useSearchParams } from 'react-router';
import { houseAtOnce, houseCounted, houseFilterInput, houseNews, kinds } from '#domains/editorial/index.ts';
import { unitOptions } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { Filters } from '#ui/filters.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Pages } from '#ui/table.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { HouseList } from './house-list.tsx';

export const loader = load(async ({ ctx, url }) => {
  const filter = houseFilterInput.parse(Object.fromEntries(url.searchParams));
  const [{ items, found }, units] = await Promise.all([houseNews(ctx, filter), unitOptions(ctx)]);
  return {
    items,
    found: Math.min(found, houseCounted),
    beyond: found > houseCounted,
    units,
    text: filter.q,
    page: filter.page,
    more: found > houseCounted ? items.length === houseAtOnce : filter.page * houseAtOnce < found,
    kinds: kinds.filter(({ means, code }) => means.includes('intranet') && code !== 'splash_notice').map(({ code }) => code),
  };
});

/** All that came out for whoever works here. */
export default function News() {
  const { items, found, beyond, units, text, page, more, kinds: shown } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const [params] = useSearchParams();
  const to = (number: number) => `?${new URLSearchParams([...[...params].filter(([name]) => name !== 'page'), ['page', String(number)]])}`;
  return (
    <main className="floor" id="contenido">
      <title>{`${say('intranet.news')} · ${say('intranet.title')}`}</title>
      <header className="head">
        <h1>{say('intranet.news')}</h1>
        <Voice sentence={say(`intranet.${text ? 'news_found' : 'news_voice'}${beyond ? '_beyond' : ''}`, { count: found, text })} />
      </header>
      <Filters
        search={say('intranet.find_news')}
        filters={[
          {
            name: 'kind',
            label: say('intranet.kind_of'),
            all: say('intranet.all_m'),
            options: shown.map((kind) => ({ value: kind, label: say(`pieces.kind.${kind}`) })),
          },
          {
            name: 'unit',
            label: say('intranet.unit'),
            all: say('intranet.all'),
            options: units.map(({ id, name }) => ({ value: String(id), label: name })),
          },
        ]}
      />
      {items.length === 0 ? (
        <Empty title={say('intranet.news_none')}>{say('intranet.news_none_how')}</Empty>
      ) : (
        <HouseList items={items} leads />
      )}
      <Pages says="" previous={page > 1 ? to(page - 1) : null} next={more ? to(page + 1) : null} />
    </main>
  );
}
