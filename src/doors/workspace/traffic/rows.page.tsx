import { Link, useLoaderData, useSearchParams } from 'react-router';
import { sources, trafficInput, visitOrigins, visitRows, visitRowsAtOnce, windows } from '#domains/metrics/index.ts';
import { todayOf } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Head } from '#ui/head.tsx';
import { PageTurns } from '#ui/list-parts.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Badge } from '#ui/state.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { TrafficFilters } from './traffic-filters.tsx';
import { narrowing, periodWords, sectionName, siteName } from './traffic-words.ts';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('traffic.traffic'), to: '/workspace/traffic' }, { name: say('traffic.rows') }],
};

export const loader = load(async ({ ctx, url }) => {
  const asked = trafficInput.parse(Object.fromEntries(url.searchParams));
  return {
    found: await visitRows(ctx, asked),
    asked,
    today: await todayOf(ctx),
    windows,
    sources,
    origins: visitOrigins,
    atOnce: visitRowsAtOnce,
  };
});

/** The rows that the board's figures are made of. */
export default function TrafficRows() {
  const { found, asked, atOnce, ...choices } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const { rows, count, whole, sites } = found;
  return (
    <main className="page" id="contenido">
      <title>{`${say('traffic.rows')} · ${say('traffic.traffic')} · Pregón`}</title>
      <Head
        name={say('traffic.rows')}
        voice={say('traffic.voice.rows', { count, views: format.number(whole.views), period: periodWords(say, format, found) })}
      />
      <TrafficFilters {...choices} sites={sites} sections={rows} />
      {asked.day && (
        <p className="small">
          <Link to={narrowing(params)({ day: null })}>{say('traffic.all_days')}</Link>
        </p>
      )}
      <Table
        caption={say('traffic.rows')}
        rows={rows}
        rowKey={({ day, site, section, source, origin }) => `${day} ${site} ${section} ${source} ${origin}`}
        empty={
          <Empty slim title={say('traffic.nothing')}>
            {say('traffic.nothing_how')}
          </Empty>
        }
        columns={[
          { key: 'day', name: say('traffic.day'), phone: 'second', cell: ({ day }) => format.day(day) },
          { key: 'site', name: say('traffic.site'), cell: ({ site }) => siteName(say, sites, site) },
          {
            key: 'section',
            name: say('traffic.section'),
            phone: 'lead',
            cell: ({ site, section, origin }) => (
              <>
                {sectionName(say, site, section)} {origin !== 'own' && <Badge>{say(`traffic.origin.${origin}`)}</Badge>}
              </>
            ),
          },
          { key: 'source', name: say('traffic.source'), phone: 'under', cell: ({ source }) => say(`traffic.source.${source}`) },
          { key: 'begun', name: say('traffic.begun'), number: true, cell: ({ begun }) => format.number(begun) },
          { key: 'sessions', name: say('traffic.section_sessions'), number: true, cell: ({ sessions }) => format.number(sessions) },
          { key: 'views', name: say('traffic.views'), number: true, phone: 'figure', cell: ({ views }) => format.number(views) },
        ]}
      />
      <PageTurns page={asked.page} atOnce={atOnce} shown={rows.length} total={count} />
    </main>
  );
}
