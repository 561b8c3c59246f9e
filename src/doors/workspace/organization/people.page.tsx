import { Link, useLoaderData, useSearchParams } from 'react-router';
import { listPeople, peopleFilterShape, unitOptions } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { Done } from './done.tsx';
import { PersonState } from './person-state.tsx';
import { useRoles } from './roles.tsx';
import { mayEdit, placesOf } from './settings.ts';
import { SettingsTabs } from './settings-tabs.tsx';
import { peopleVoice } from './voices.ts';

export const handle = {
  crumbs: (_: unknown, say: Say) => [
    { name: say('organization.settings'), to: '/workspace/settings' },
    { name: say('organization.place.people') },
  ],
  topics: () => ['people'],
};

export const loader = load(async ({ ctx, url, visit }) => {
  const { after, ...filter } = peopleFilterShape.parse({
    ...Object.fromEntries(url.searchParams),
    search: url.searchParams.get('q') ?? undefined,
  });
  const units = await unitOptions(ctx);
  return {
    ...(await listPeople(ctx, filter, after)),
    filtered: Object.values(filter).some(Boolean),
    begun: after === undefined,
    invited: (await listPeople(ctx, { state: 'invited' })).count,
    units: units.filter(({ depth, id }) => depth < 2 || id === filter.unit).slice(0, 60),
    edits: mayEdit(visit.actor, 'people.edit'),
    places: placesOf(visit.actor),
  };
});

export default function People() {
  const { people, count, invited, next, filtered, begun, units, edits, places } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const [params] = useSearchParams();
  const roles = useRoles();
  const query = new URLSearchParams(params);
  query.delete('after');
  const from = (after: string) => `?${new URLSearchParams([...query, ['after', after]])}`;
  return (
    <main className="page" id="contenido">
      <title>{`${say('organization.place.people')} · Pregón`}</title>
      <Head
        name={say('organization.place.people')}
        voice={peopleVoice(say, { count, invited, filtered })}
        actions={
          edits && (
            <>
              <Link className="button" to="/workspace/settings/people/import">
                {say('organization.person.import')}
              </Link>
              <Link className="button primary" to="/workspace/settings/people/new">
                {say('organization.person.invite')}
              </Link>
            </>
          )
        }
      />
      <SettingsTabs places={places} />
      <Done />
      <Filters
        search={say('organization.person.find')}
        filters={[
          { name: 'role', label: say('organization.person.role'), all: say('organization.all'), options: roles },
          {
            name: 'unit',
            label: say('organization.unit.one'),
            all: say('organization.all_f'),
            options: units.map(({ id, name, depth }) => ({ value: String(id), label: `${'\u2003'.repeat(depth)}${name}` })),
          },
          {
            name: 'state',
            label: say('organization.person.state'),
            all: say('organization.person.here'),
            options: (['active', 'invited', 'left'] as const).map((state) => ({
              value: state,
              label: say(`organization.person.state_${state}`),
            })),
          },
        ]}
      >
        <span className="push small">
          {say('organization.export')} <a href={`/workspace/settings/people/export?${query}&format=xlsx`}>XLSX</a> ·{' '}
          <a href={`/workspace/settings/people/export?${query}&format=csv`}>CSV</a>
        </span>
      </Filters>
      <Table
        className="stacked"
        caption={say('organization.place.people')}
        rows={people}
        rowKey={({ id }) => id}
        empty={<Empty title={say('organization.person.none_found')}>{say('organization.person.none_found_how')}</Empty>}
        columns={[
          {
            key: 'name',
            name: say('organization.person.name'),
            cell: (person) => (
              <>
                <Link className="quiet" to={`/workspace/settings/people/${person.id}`}>
                  {person.name}
                </Link>
                <small>{person.email}</small>
              </>
            ),
          },
          {
            key: 'unit',
            name: say('organization.unit.one'),
            cell: (person) => (
              <>
                {person.unit ?? <span className="muted">{say('organization.person.no_unit')}</span>}
                {person.position && <small>{person.position}</small>}
              </>
            ),
          },
          {
            key: 'roles',
            name: say('organization.person.roles'),
            cell: ({ roles: held }) =>
              held.length === 0 ? (
                <span className="muted">{say('organization.none')}</span>
              ) : (
                held.map(({ role, unit }) => say(`organization.role.${role}`) + (unit ? ` (${unit})` : '')).join(', ')
              ),
          },
          { key: 'state', name: say('organization.person.state'), cell: (person) => <PersonState person={person} /> },
        ]}
      />
      <Pages
        says={say('organization.person.shown', { shown: people.length, count })}
        previous={begun ? null : `?${query}`}
        next={next && from(next)}
      />
    </main>
  );
}
