import { Link, useLoaderData } from 'react-router';
import { listSites, metricsPolicy, sitesAtOnce, sitesFilterInput, siteStates, type ListedSite } from '#domains/metrics/index.ts';
import { load } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { PageTurns, TakeAway } from '#ui/list-parts.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { SiteState } from './site-state.tsx';
import { TrafficTabs } from './tabs.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('traffic.traffic'), to: '/workspace/traffic' }, { name: say('traffic.sites') }],
  topics: () => ['sites'],
};

export const loader = load(async ({ ctx, url, visit }) => {
  const filter = sitesFilterInput.parse(Object.fromEntries(url.searchParams));
  return {
    ...(await listSites(ctx, filter)),
    filtered: Boolean(filter.q || filter.state),
    page: filter.page,
    states: siteStates,
    atOnce: sitesAtOnce,
    writes: may(visit.actor, metricsPolicy['sites.write']),
  };
});

/** Every other site of the institution, and what is counted on it. */
export default function Sites() {
  const { sites, total, standing, filtered, page, states, atOnce, writes } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const { counting: count, views } = standing;
  const add = (
    <Link className="button primary" to="/workspace/traffic/sites/new">
      {say('traffic.add_site')}
    </Link>
  );
  return (
    <main className="page" id="contenido">
      <title>{`${say('traffic.sites')} · ${say('traffic.traffic')} · Pregón`}</title>
      <Head
        name={say('traffic.sites')}
        voice={count === 0 ? say('traffic.voice.sites_none') : say('traffic.voice.sites', { count, views: format.number(views) })}
        actions={writes && add}
      />
      <TrafficTabs />
      <Filters
        search={say('traffic.find_site')}
        filters={[
          {
            name: 'state',
            label: say('traffic.state'),
            all: say('traffic.all'),
            options: states.map((state) => ({ value: state, label: say(`traffic.${state}`).toLowerCase() })),
          },
        ]}
      >
        <TakeAway from="/workspace/traffic/sites/export" />
      </Filters>
      <Table<ListedSite>
        caption={say('traffic.sites')}
        rows={sites}
        rowKey={({ id }) => id}
        empty={
          <Empty slim={filtered} title={say(filtered ? 'traffic.none_found' : 'traffic.none')}>
            {say(filtered ? 'traffic.none_found_how' : 'traffic.none_how')}
          </Empty>
        }
        columns={[
          {
            key: 'name',
            name: say('traffic.site'),
            phone: 'lead',
            cell: ({ id, name, hosts }) => (
              <>
                <Link className="quiet" to={`/workspace/traffic/sites/${id}`}>
                  <b>{name}</b>
                </Link>{' '}
                <small className="muted">{hosts.join(' · ')}</small>
              </>
            ),
          },
          {
            key: 'state',
            name: say('traffic.state'),
            phone: 'under',
            cell: ({ closedAt, lastOn }) => <SiteState closed={closedAt !== null} seen={lastOn !== null} />,
          },
          { key: 'unit', name: say('traffic.unit'), cell: ({ unitName }) => unitName ?? <span className="muted">—</span> },
          {
            key: 'last',
            name: say('traffic.last_on'),
            phone: 'second',
            cell: ({ lastOn }) => (lastOn ? format.shortDay(lastOn) : <span className="muted">{say('traffic.nothing_yet')}</span>),
          },
          { key: 'sessions', name: say('traffic.last_sessions'), number: true, cell: ({ sessions }) => format.number(sessions) },
          {
            key: 'views',
            name: say('traffic.last_days'),
            number: true,
            phone: 'figure',
            cell: (site) => <Link to={`/workspace/traffic?site=${site.code}`}>{format.number(site.views)}</Link>,
          },
        ]}
      />
      <PageTurns page={page} atOnce={atOnce} shown={sites.length} total={total} />
    </main>
  );
}
