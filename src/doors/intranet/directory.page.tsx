import { useLoaderData } from 'react-router';
import { listPeople, peopleFilterShape } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { Empty } from '#ui/said-back.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';

export const loader = load(async ({ ctx, url }) => {
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
  const { people, count, next } = await listPeople(
    ctx,
    peopleFilterShape.parse({ search: text || undefined, state: 'active' }),
    url.searchParams.get('after') ?? undefined,
  );
  return { text, people, count, next };
});

/** Who works here, and where to write to them. */
export default function Directory() {
  const { text, people, count, next } = useLoaderData<typeof loader>();
  const { say } = useWords();
  return (
    <main className="floor" id="contenido">
      <title>{`${say('intranet.place.directory')} · ${say('intranet.title')}`}</title>
      <header className="head">
        <h1>{say('intranet.place.directory')}</h1>
        <Voice sentence={text ? say('intranet.found', { count, text }) : say('intranet.people', { count })} />
      </header>
      <Table
        caption={say('intranet.place.directory')}
        rows={people}
        rowKey={(person) => person.id}
        empty={<Empty title={say('intranet.nobody')}>{say('intranet.nobody_how')}</Empty>}
        columns={[
          { key: 'name', name: say('intranet.name'), phone: 'lead', cell: (person) => person.name },
          {
            key: 'unit',
            name: say('intranet.unit'),
            phone: 'under',
            cell: (person) => [person.position, person.unit].filter(Boolean).join(', '),
          },
          {
            key: 'email',
            name: say('intranet.email'),
            phone: 'second',
            cell: (person) => <a href={`mailto:${person.email}`}>{person.email}</a>,
          },
        ]}
      />
      <Pages
        says={say('intranet.people', { count })}
        next={next ? `?${new URLSearchParams({ ...(text ? { q: text } : {}), after: next })}` : null}
      />
    </main>
  );
}
