import { Link, useSearchParams } from 'react-router';
import type { TrafficBoard } from '#domains/metrics/index.ts';
import { PartsOf } from '#ui/parts-of.tsx';
import { Section } from '#ui/section.tsx';
import { Table, type Column } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { narrowing, sectionName, siteName } from './traffic-words.ts';

interface Part {
  readonly key: string;
  readonly name: string;
  readonly more?: string;
  readonly to: string;
  readonly rows: string;
  readonly views: number;
  readonly sessions: number;
}

/** Views and sessions by section. */
export function BySection({ board: { sections, sites, bySite } }: { board: TrafficBoard }) {
  const { say } = useWords();
  const narrow = narrowing(useSearchParams()[0]);
  const code = (site: number) => sites.find(({ id }) => id === site)?.code ?? 'portal';
  return (
    <Parts
      title={say('traffic.by_section')}
      name={say('traffic.section')}
      parts={sections.slice(0, 40).map(({ site, section, ...counts }) => {
        const own = { site: code(site), section: section || '-' };
        return {
          ...counts,
          key: `${site} ${section}`,
          name: sectionName(say, site, section),
          ...(bySite.length > 1 ? { more: siteName(say, sites, site) } : {}),
          to: narrow(own),
          rows: narrow(own, '/workspace/traffic/rows'),
        };
      })}
    />
  );
}

/** By what led here: of each class, and of the hosts that led most. */
export function BySource({ board: { sources, hosts } }: { board: TrafficBoard }) {
  const { say, format } = useWords();
  const narrow = narrowing(useSearchParams()[0]);
  return (
    <>
      <Parts
        title={say('traffic.by_source')}
        name={say('traffic.source')}
        parts={sources.map(({ source, ...counts }) => ({
          ...counts,
          key: source,
          name: say(`traffic.source.${source}`),
          to: narrow({ source }),
          rows: narrow({ source }, '/workspace/traffic/rows'),
        }))}
      />
      {hosts.length > 0 && (
        <Section title={say('traffic.hosts_title')}>
          <Table
            caption={say('traffic.hosts_title')}
            rows={hosts}
            rowKey={({ source, host }) => `${source} ${host}`}
            columns={[
              { key: 'host', name: say('traffic.host'), phone: 'lead', cell: ({ host }) => host },
              { key: 'source', name: say('traffic.source'), phone: 'second', cell: ({ source }) => say(`traffic.source.${source}`) },
              { key: 'sessions', name: say('traffic.sessions'), number: true, cell: ({ sessions }) => format.number(sessions) },
              { key: 'views', name: say('traffic.views'), number: true, phone: 'figure', cell: ({ views }) => format.number(views) },
            ]}
          />
        </Section>
      )}
    </>
  );
}

export function BySite({ board: { bySite, sites } }: { board: TrafficBoard }) {
  const { say } = useWords();
  const narrow = narrowing(useSearchParams()[0]);
  if (bySite.length < 2) return null;
  return (
    <Parts
      title={say('traffic.by_site')}
      name={say('traffic.site')}
      parts={bySite.map(({ site, ...counts }) => {
        const own = { site: sites.find(({ id }) => id === site)?.code ?? 'portal', section: null };
        return {
          ...counts,
          key: String(site),
          name: siteName(say, sites, site),
          to: narrow(own),
          rows: narrow(own, '/workspace/traffic/rows'),
        };
      })}
    />
  );
}

/** Named figures, each with its share as a bar: the name narrows the board to it, the figure opens its rows. */
function Parts({ title, name: head, parts }: { title: string; name: string; parts: readonly Part[] }) {
  const { say, format } = useWords();
  const most = Math.max(1, ...parts.map(({ views }) => views));
  const columns: Column<Part>[] = [
    {
      key: 'name',
      name: head,
      phone: 'lead',
      cell: ({ name, more, to }) => (
        <>
          <Link className="quiet" to={to} preventScrollReset>
            {name}
          </Link>{' '}
          {more && <small className="muted">{more}</small>}
        </>
      ),
    },
    {
      key: 'share',
      name: <span className="sr">{say('traffic.share')}</span>,
      phone: 'drawing',
      cell: ({ name, views }) => (
        <PartsOf
          label={say('traffic.share_of', { name, views: format.number(views) })}
          parts={[
            { name, count: views, tone: 'accent' },
            { name: '', count: most - views, tone: 'idle' },
          ]}
        />
      ),
    },
    { key: 'sessions', name: say('traffic.sessions'), number: true, cell: ({ sessions }) => format.number(sessions) },
    {
      key: 'views',
      name: say('traffic.views'),
      number: true,
      phone: 'figure',
      cell: ({ views, rows }) => <Link to={rows}>{format.number(views)}</Link>,
    },
  ];
  return (
    <Section title={title}>
      <Table caption={title} rows={parts} rowKey={({ key }) => key} columns={columns} />
    </Section>
  );
}
