import { Form, Link, useLoaderData, useSearchParams } from 'react-router';
import { auditFilterShape, auditPage } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { crumbs } from './crumbs.ts';
import { difference } from './difference.ts';
import { placesOf } from './settings.ts';
import { SettingsTabs } from './settings-tabs.tsx';

export const handle = { crumbs: (_: unknown, say: Say) => crumbs(say, 'audit') };

export const loader = load(async ({ ctx, url, visit }) => {
  const { after, ...filter } = auditFilterShape.parse({
    ...Object.fromEntries(url.searchParams),
    search: url.searchParams.get('q') ?? undefined,
  });
  const { entries, next, actions } = await auditPage(ctx, filter, after);
  return {
    next,
    actions,
    begun: after === undefined,
    places: placesOf(visit.actor),
    entries: entries.map(({ before, after: now, ...entry }) => ({ ...entry, changed: difference(before, now) })),
  };
});

export default function Audit() {
  const { entries, next, actions, begun, places } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const query = new URLSearchParams(params);
  query.delete('after');
  const [last] = entries;
  const only = (name: string, value: string) =>
    `?${new URLSearchParams([...query].filter(([key]) => key !== name).concat([[name, value]]))}`;
  return (
    <main className="page" id="contenido">
      <title>{`${say('organization.place.audit')} · Pregón`}</title>
      <Head
        name={say('organization.place.audit')}
        voice={
          last && begun
            ? say('organization.audit.voice', { name: last.actor_name || say('organization.nobody'), when: format.instant(last.at) })
            : say('organization.audit.voice_found', { count: entries.length })
        }
      />
      <SettingsTabs places={places} />
      <Filters
        search={say('organization.audit.find')}
        filters={[
          {
            name: 'action',
            label: say('organization.audit.action'),
            all: say('organization.all_f'),
            options: actions.map((value) => ({ value, label: value })),
          },
        ]}
      >
        <Form method="get" className="dates">
          {[...query]
            .filter(([name]) => name !== 'from' && name !== 'to')
            .map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} readOnly />
            ))}
          <label>
            {say('organization.audit.from')} <input className="input" type="date" name="from" defaultValue={params.get('from') ?? ''} />
          </label>
          <label>
            {say('organization.audit.to')} <input className="input" type="date" name="to" defaultValue={params.get('to') ?? ''} />
          </label>
          <button className="button small">{say('organization.audit.show')}</button>
        </Form>
        {['actor', 'type', 'subject', 'from', 'to']
          .filter((name) => params.get(name))
          .map((name) => (
            <Link key={name} className="chip on" to={`?${new URLSearchParams([...query].filter(([key]) => key !== name))}`}>
              {say(`organization.audit.only_${name}`)}
              {name === 'actor' ? '' : `: ${params.get(name)}`} <span aria-hidden="true">✕</span>
              <span className="sr">{say('ui.remove_filter')}</span>
            </Link>
          ))}
        <span className="push small">
          {say('organization.export')} <a href={`/workspace/settings/audit/export?${query}&format=xlsx`}>XLSX</a> ·{' '}
          <a href={`/workspace/settings/audit/export?${query}&format=csv`}>CSV</a>
        </span>
      </Filters>
      <Table
        className="stacked audit"
        caption={say('organization.place.audit')}
        rows={entries}
        rowKey={({ id }) => id}
        empty={<Empty title={say('organization.audit.none')}>{say('organization.audit.none_how')}</Empty>}
        columns={[
          {
            key: 'what',
            name: say('organization.audit.action'),
            cell: (entry) => (
              <>
                <code>{entry.action}</code>
                <small>{format.instant(entry.at)}</small>
              </>
            ),
          },
          {
            key: 'who',
            name: say('organization.audit.who'),
            cell: (entry) =>
              entry.actor_id ? (
                <Link className="quiet" to={only('actor', entry.actor_id)}>
                  {entry.actor_name}
                </Link>
              ) : (
                entry.actor_name || say('organization.nobody')
              ),
          },
          {
            key: 'subject',
            name: say('organization.audit.subject'),
            cell: (entry) => (
              <Link className="quiet" to={`?type=${entry.subject_type}&subject=${encodeURIComponent(entry.subject_id)}`}>
                {entry.subject_type} {entry.subject_id.slice(0, 8)}
              </Link>
            ),
          },
          {
            key: 'changed',
            name: say('organization.audit.changed'),
            cell: (entry) =>
              entry.changed.map(({ field, before, after }) => (
                <span className="differs" key={field}>
                  <span className="muted">{field}</span> {before !== null && <del>{before}</del>} {after !== null && <ins>{after}</ins>}
                </span>
              )),
          },
        ]}
      />
      <Pages
        says={say('organization.audit.shown', { count: entries.length })}
        previous={begun ? null : `?${query}`}
        next={next === null ? null : `?${new URLSearchParams([...query, ['after', String(next)]])}`}
      />
      <p className="muted small">{say('organization.audit.chain')}</p>
    </main>
  );
}
