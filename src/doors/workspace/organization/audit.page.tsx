import { Form, Link, useLoaderData, useSearchParams } from 'react-router';
import { auditFilterShape, auditPage } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Diff, type Stretch } from '#ui/diff.tsx';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { Rich } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { crumbs } from './crumbs.ts';
import { placesOf } from './settings.ts';
import { SettingsTabs } from './settings-tabs.tsx';
import { eventName, tellEntries, type Changed } from './told-entries.ts';

export const handle = { crumbs: (_: unknown, say: Say) => crumbs(say, 'audit') };

export const loader = load(async ({ ctx, url, visit }) => {
  const { after, ...filter } = auditFilterShape.parse({
    ...Object.fromEntries(url.searchParams),
    search: url.searchParams.get('q') ?? undefined,
  });
  const { entries, next, actions, zone } = await auditPage(ctx, filter, after);
  const say = sayIn(visit.locale);
  return {
    next,
    actions: actions
      .map((value) => ({ value, label: eventName(value, say) }))
      .toSorted((one, other) => one.label.localeCompare(other.label, visit.locale)),
    begun: after === undefined,
    from: filter.from,
    to: filter.to,
    places: placesOf(visit.actor),
    last: entries[0] ? { name: entries[0].actor_name, at: entries[0].at } : null,
    entries: await tellEntries(ctx, entries, say, formatIn(visit.locale, zone)),
  };
});

export default function Audit() {
  const { entries, last, next, actions, begun, from, to, places } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const query = new URLSearchParams(params);
  query.delete('after');
  const days: Record<string, string | undefined> = { from, to };
  const only = (wanted: Record<string, string>) =>
    `?${new URLSearchParams([...query].filter(([key]) => !(key in wanted)).concat(Object.entries(wanted)))}`;
  return (
    <main className="page" id="contenido">
      <title>{`${say('organization.place.audit')} · Pregón`}</title>
      <Head
        name={say('organization.place.audit')}
        voice={
          last && begun
            ? say('organization.audit.voice', { name: last.name || say('audit.somebody'), when: format.instant(last.at) })
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
            options: actions,
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
            {say('organization.audit.from')} <input className="input" type="date" name="from" defaultValue={from ?? ''} />
          </label>
          <label>
            {say('organization.audit.to')} <input className="input" type="date" name="to" defaultValue={to ?? ''} />
          </label>
          <button className="button small">{say('organization.audit.show')}</button>
        </Form>
        {['actor', 'subject', 'from', 'to']
          .filter((name) => params.get(name))
          .map((name) => (
            <Link
              key={name}
              className="chip on"
              to={`?${new URLSearchParams([...query].filter(([key]) => key !== name && !(name === 'subject' && key === 'type')))}`}
            >
              {say(`organization.audit.only_${name}`)}
              {days[name] ? `: ${format.day(days[name])}` : ''} <span aria-hidden="true">✕</span>
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
                <Rich sentence={entry.sentence} />
                <small>
                  {format.instant(entry.at)}
                  {entry.actor && (
                    <>
                      {' · '}
                      <Link className="quiet" to={only({ actor: entry.actor })}>
                        {say('organization.audit.all_of_actor')}
                      </Link>
                    </>
                  )}
                  {' · '}
                  <Link className="quiet" to={only({ type: entry.type, subject: entry.subject })}>
                    {say('organization.audit.all_of_subject')}
                  </Link>
                </small>
              </>
            ),
          },
          { key: 'changed', name: say('organization.audit.changed'), cell: (entry) => <Changes changed={entry.changed} /> },
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

function Changes({ changed }: { changed: readonly Changed[] }) {
  return (
    <dl className="changes">
      {changed.map(({ field, before, after, stretches }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>{stretches ? <Diff stretches={stretches} /> : <Diff stretches={fromTo(before, after)} />}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What was there, an arrow, what is there now; only one of them when the other was nothing. */
function fromTo(before: string | null, after: string | null): Stretch[] {
  return [
    ...(before === null ? [] : [{ words: before, change: 'removed' as const }]),
    ...(before === null || after === null ? [] : [{ words: ' → ', change: 'same' as const }]),
    ...(after === null ? [] : [{ words: after, change: before === null ? ('same' as const) : ('added' as const) }]),
  ];
}
