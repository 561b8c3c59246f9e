import { Link, useLoaderData } from 'react-router';
import { findUnits, unitTree } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { Done } from './done.tsx';
import { mayEdit, placesOf } from './settings.ts';
import { SettingsTabs } from './settings-tabs.tsx';
import { unitsVoice } from './voices.ts';

export const handle = {
  crumbs: (_: unknown, say: Say) => [
    { name: say('organization.settings'), to: '/workspace/settings' },
    { name: say('organization.place.units') },
  ],
  topics: () => ['units'],
};

export const loader = load(async ({ ctx, visit, url }) => {
  const search = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
  return {
    ...(await unitTree(ctx)),
    search,
    found: search ? await findUnits(ctx, search) : null,
    edits: mayEdit(visit.actor, 'units.edit'),
    places: placesOf(visit.actor),
  };
});

export default function Units() {
  const { units, count, whole, found, search, edits, places } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${say('organization.place.units')} · Pregón`}</title>
      <Head
        name={say('organization.place.units')}
        voice={unitsVoice(say, { count, withoutLiaison: whole ? units.filter(({ liaison }) => !liaison).length : null })}
        actions={
          edits && (
            <Link className="button primary" to="/workspace/settings/units/new">
              {say('organization.unit.add')}
            </Link>
          )
        }
      />
      <SettingsTabs places={places} />
      <Done />
      <Filters search={say('organization.unit.find')} />
      {found ? (
        <Table
          caption={say('organization.place.units')}
          rows={found}
          rowKey={({ id }) => id}
          empty={
            <Empty title={say('organization.unit.none_found', { text: search })} slim>
              {say('organization.unit.none_found_how')}
            </Empty>
          }
          columns={[
            {
              key: 'name',
              name: say('organization.unit.name'),
              cell: (unit) => (
                <>
                  <Link className="quiet" to={`/workspace/settings/units/${unit.id}`}>
                    {unit.name}
                  </Link>
                  {unit.path && <small>{unit.path}</small>}
                </>
              ),
            },
            { key: 'code', name: say('organization.unit.code'), cell: ({ code }) => code },
          ]}
        />
      ) : (
        <Table
          caption={say('organization.place.units')}
          rows={units}
          rowKey={({ id }) => id}
          empty={<Empty title={say('organization.unit.none')}>{say('organization.unit.none_how')}</Empty>}
          columns={[
            {
              key: 'name',
              name: say('organization.unit.name'),
              cell: (unit) => (
                <span className={`depth d${Math.min(unit.depth, 6)}`}>
                  <Link className="quiet" to={`/workspace/settings/units/${unit.id}`}>
                    {unit.name}
                  </Link>
                  {!whole && unit.children > 0 && <small>{say('organization.unit.below_count', { count: unit.children })}</small>}
                </span>
              ),
            },
            {
              key: 'head',
              name: say('organization.unit.head'),
              cell: ({ head }) => head ?? <span className="muted">{say('organization.nobody')}</span>,
            },
            {
              key: 'liaison',
              name: say('organization.unit.liaison'),
              cell: ({ liaison }) => liaison ?? <span className="muted">{say('organization.nobody')}</span>,
            },
            { key: 'people', name: say('organization.place.people'), number: true, cell: ({ people }) => format.number(people) },
          ]}
        />
      )}
      {!whole && !found && <p className="muted small">{say('organization.unit.only_top')}</p>}
    </main>
  );
}
